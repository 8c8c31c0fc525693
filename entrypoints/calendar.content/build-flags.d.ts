/** Whether shadow roots in the calendar page are open: in the build for tests only. */
declare const __OPEN_ROOTS__: boolean;
