#include "text/HtmlText.h"

using namespace tidemark;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString html = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)readHtml(html, {.base = QUrl(QStringLiteral("https://example.org/")), .skipsInlineQuote = true});
    (void)looksLikeHtml(html);
    return 0;
}
