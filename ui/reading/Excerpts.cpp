#include "reading/Excerpts.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype longestExcerpt = 300;
constexpr qsizetype mostExcerpts = 100;

} // namespace

QString asExcerpt(const QString &selected)
{
    QString line = selected.left(4 * longestExcerpt).simplified();
    if (line.size() > longestExcerpt) {
        line.truncate(longestExcerpt);
        line.truncate(std::max<qsizetype>(line.lastIndexOf(u' '), longestExcerpt / 2));
    }
    return line.isEmpty() ? line : u"> "_s + line;
}

Excerpts::Excerpts(const QString &note)
{
    const QStringList lines = note.split(u'\n');
    for (const QString &line : lines) {
        if (!line.startsWith(u'>') || m_excerpts.size() == mostExcerpts)
            continue;
        QStringList words = line.mid(1).simplified().split(u' ', Qt::SkipEmptyParts);
        for (QString &word : words)
            word = QRegularExpression::escape(word);
        if (!words.isEmpty())
            m_excerpts.append(
                QRegularExpression(words.join(u"\\s+"_s), QRegularExpression::UseUnicodePropertiesOption));
    }
}

QVector<ShownRange> Excerpts::in(const QString &shown) const
{
    QVector<ShownRange> ranges;
    for (const QRegularExpression &excerpt : m_excerpts) {
        const QRegularExpressionMatch match = excerpt.match(shown);
        if (match.hasMatch())
            ranges.append({match.capturedStart(), match.capturedLength()});
    }
    return ranges;
}

} // namespace tidemark
