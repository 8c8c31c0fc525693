import { render } from 'preact';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/more-icons.ts';

render(<p>Peerside</p>, document.getElementById('app') ?? document.body);
