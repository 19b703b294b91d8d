import { openFile } from '../../files';
import { openOverlay } from '../../shell/sheets';
import { made } from '../../shell/shell';
import { api, failure, requireKind } from '../api';

const TYPES = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'];

export interface OpenDocumentOptions {
  readonly filePath: string;
  readonly fileType?: string;
  readonly showMenu?: boolean;
}

const extensionOf = (path: string): string => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** PDF is shown by the browser; of the others only the name. */
const openDocument = async ({ filePath, fileType, showMenu = false }: OpenDocumentOptions) => {
  requireKind('filePath', filePath, 'String');
  if (/^(https?|cloud):/.test(filePath)) throw failure("fail file doesn't exist");
  const type = fileType ?? extensionOf(filePath);
  if (!TYPES.includes(type)) throw failure('fail filetype not supported');
  const blob = await openFile(filePath);
  const name = filePath.slice(filePath.lastIndexOf('/') + 1);
  const address = URL.createObjectURL(new Blob([blob], { type: type === 'pdf' ? 'application/pdf' : '' }));
  const { body } = openOverlay('document', name, () => URL.revokeObjectURL(address));
  if (type === 'pdf' && navigator.pdfViewerEnabled) {
    const frame = document.createElement('iframe');
    frame.src = address;
    frame.title = name;
    body.append(frame);
  } else {
    body.append(
      made('document-name', name),
      made('document-note', `${type.toUpperCase()} · ${blob.size} 字节`),
    );
  }
  if (showMenu) body.append(made('document-note', '右上角菜单可以转发或用其他应用打开'));
  return {};
};

export const documents = { openDocument: api('openDocument', openDocument) };
