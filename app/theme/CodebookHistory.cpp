#include "theme/CodebookHistory.h"

#include "theme/CodebookEditing.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Codebook)
};

/// Follows what was done, step by step, as somebody did who undoes and does again.
class Follower
{
public:
    QString follow(const Codebook &codebook)
    {
        if (m_done.isEmpty() || m_done.constLast().codebook.title != codebook.title)
            return beginWith(codebook);
        if (m_done.size() > 1 && isTheSame(m_done.at(m_done.size() - 2).codebook, codebook)) {
            m_undone.append(m_done.takeLast());
            return Words::tr("Undo: %1").arg(m_undone.constLast().change);
        }
        if (!m_undone.isEmpty() && isTheSame(m_undone.constLast().codebook, codebook)) {
            m_done.append(m_undone.takeLast());
            return Words::tr("Redo: %1").arg(m_done.constLast().change);
        }
        m_undone.clear();
        m_done.append({codebook, changeInWords(m_done.constLast().codebook, codebook)});
        return m_done.constLast().change;
    }

private:
    struct Step
    {
        Codebook codebook;
        QString change;
    };

    /// Undoing does not reach behind another codebook, for that may have come from the shelf.
    QString beginWith(const Codebook &codebook)
    {
        const QString change
            = m_done.isEmpty() ? Words::tr("The first one") : changeInWords(m_done.constLast().codebook, codebook);
        m_undone.clear();
        m_done.clear();
        m_done.append({codebook, change});
        return change;
    }

    /// Taking a rule back makes another version of it.
    static bool isTheSame(Codebook one, const Codebook &other)
    {
        one.version = other.version;
        return one == other;
    }

    QVector<Step> m_done; ///< latest last
    QVector<Step> m_undone;
};

} // namespace

QVector<CodebookStep> codebookSteps(const QVector<Codebook> &newestFirst)
{
    using Version = std::pair<QString, int>;
    const auto versionOf = [](const Codebook &codebook) { return Version(codebook.title, codebook.version); };
    QHash<Version, int> ofVersion;
    for (const Codebook &codebook : newestFirst)
        ++ofVersion[versionOf(codebook)];
    QVector<CodebookStep> steps;
    QHash<Version, int> seen;
    Follower follower;
    for (auto codebook = newestFirst.crbegin(); codebook != newestFirst.crend(); ++codebook) {
        const Version version = versionOf(*codebook);
        QString number = QString::number(codebook->version);
        if (ofVersion.value(version) > 1)
            number += u'.' + QString::number(++seen[version]);
        steps.append({number, follower.follow(*codebook)});
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
}

} // namespace tidemark
