#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace tidemark {

/// What a check found, one sentence each. Where much is wrong the rest would tell nothing new: it is left out.
class Findings final
{
    Q_DECLARE_TR_FUNCTIONS(Store)

public:
    void add(const QString &sentence)
    {
        if (!isFull())
            m_sentences.append(sentence);
    }
    [[nodiscard]] bool isFull() const { return m_sentences.size() > most; }

    [[nodiscard]] QStringList all() const
    {
        QStringList told = m_sentences.first(qMin(m_sentences.size(), most));
        if (isFull())
            told.append(tr("More is wrong; the first %1 findings are told.").arg(most));
        return told;
    }

private:
    static constexpr qsizetype most = 100;

    QStringList m_sentences; ///< one more than are told at most
};

} // namespace tidemark
