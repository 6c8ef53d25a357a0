#include "source/Xml.h"
#include "source/Opml.h"

using namespace tidemark;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)declaredXmlEncoding(bytes);
    const XmlDocument document = readXml(bytes);
    if (document.root) {
        (void)readOpml(*document.root);
        (void)readXhtml(*document.root, {});
    }
    return 0;
}
