import { describe, expect, test } from 'vitest';
import { roster } from '../../../prep/roster.ts';
import { spot, spotTitle, unknownOther } from '../../../prep/spot.ts';
import { anEvent, aPerson } from '../../fixtures/records.ts';

const own = { emails: ['diane@gmail.com', 'd.moreau@work.example'], name: 'Diane Moreau' };
const guests = (...emails: string[]) =>
  anEvent({ title: '', guests: emails.map((email) => ({ email, name: null })), guestsComplete: true });

describe('an address in other ways of writing it', () => {
  const steve = aPerson({ id: 'steve', emails: ['steve.tan@gmail.com', 'steve@work.example'] });
  const known = roster([steve], own);

  test.each([
    ['as it is', 'steve.tan@gmail.com', true],
    ['in another case', 'Steve.Tan@GMail.com', true],
    ['without the dots of gmail', 'stevetan@gmail.com', true],
    ['at the other name of gmail', 'stevetan@googlemail.com', true],
    ['with a tag', 'steve+calendar@work.example', true],
    ['with dots that mean something', 'st.eve@work.example', false],
    ['at another host', 'steve.tan@example.com', false],
  ])('%s', (_, email, isSteve) => {
    expect(spot(guests('diane@gmail.com', email), known)?.personIds).toEqual(isSteve ? ['steve'] : undefined);
  });

  test.each(['diane+x@gmail.com', 'di.ane@googlemail.com', 'D.Moreau+team@work.example'])(
    'the user’s own, %s, is nobody, not even who claims it',
    (email) => {
      const claimed = roster([steve, aPerson({ id: 'claims', emails: [email] })], own);
      expect(spot(guests('diane@gmail.com', email), claimed)).toBeUndefined();
      expect(unknownOther(guests('diane@gmail.com', email), known)).toBeUndefined();
      expect(unknownOther(guests('diane@gmail.com', email, 'mei@x.example'), known)?.email).toBe(
        'mei@x.example',
      );
    },
  );

  test('two people behind one mailbox are told apart by the very address, and else not guessed', () => {
    const two = roster(
      [
        aPerson({ id: 'a', emails: ['desk+a@x.example'] }),
        aPerson({ id: 'b', emails: ['desk+b@x.example'] }),
      ],
      own,
    );
    expect(spot(guests('diane@gmail.com', 'desk+b@x.example'), two)?.personIds).toEqual(['b']);
    expect(spot(guests('diane@gmail.com', 'desk@x.example'), two)).toBeUndefined();
  });
});

describe('a title in a script without spaces', () => {
  const people = [
    aPerson({ id: 'yamada', name: '山田太郎', emails: [] }),
    aPerson({ id: 'hayashi', name: '林', emails: [] }),
    aPerson({ id: 'wang', name: '王伟', emails: [] }),
    aPerson({ id: 'somchai', name: 'สมชาย ใจดี', emails: [] }),
    aPerson({ id: 'tanaka', name: 'Kei Tanaka', aliases: ['田中'], emails: [] }),
  ];
  const known = roster(people, own);

  test.each([
    ['山田太郎さんとの打ち合わせ', 'yamada'],
    ['山田さん 1on1', 'yamada'],
    ['山田 太郎／ダイアン', 'yamada'],
    ['林さんと相談', 'hayashi'],
    ['王伟会议', 'wang'],
    ['与王伟一对一', 'wang'],
    ['ประชุมกับสมชาย', 'somchai'],
    ['Diane田中', 'tanaka'],
    ['森林の会', undefined],
    ['小林さん', undefined],
    ['王小明一对一', undefined],
    ['田', undefined],
  ])('%s', (title, id) => expect(spotTitle(title, known)?.personIds).toEqual(id && [id]));

  test('two of one family name are unsure', () => {
    const two = roster([...people, aPerson({ id: 'hanako', name: '山田花子', emails: [] })], own);
    expect(spotTitle('山田さん', two)).toEqual({
      personIds: ['yamada', 'hanako'],
      rule: 'title',
      sure: false,
    });
    expect(spotTitle('山田花子さん', two)?.personIds).toEqual(['hanako']);
  });
});

test('what the user declined is not prepared for', () => {
  const known = roster([aPerson({ id: 'steve', name: 'Steve Tan' })], own);
  const event = anEvent({ title: 'Diane / Steve' });
  expect(spot(event, known)?.personIds).toEqual(['steve']);
  expect(spot({ ...event, declined: true }, known)).toBeUndefined();
});
