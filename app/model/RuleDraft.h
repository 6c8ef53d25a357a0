#pragma once

#include "collection/Collection.h"
#include "filter/Mistake.h"
#include "model/LatestQuestion.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace tidemark {

/// A rule while it is written: what is wrong with it, or what it would find, asked anew with every change. The
/// latest question wins; the old answer stays meanwhile.
class RuleDraft final : public QObject
{
    Q_OBJECT

public:
    explicit RuleDraft(Collection *collection, QObject *parent = nullptr);

    /// A rule beside another one in force; savedRule is empty where none codes anything.
    void begin(const QString &rule, const QString &savedRule);
    void setRule(const QString &rule);
    void ask(); ///< the same once more, for the stories are others

    [[nodiscard]] const QString &rule() const { return m_rule; }
    [[nodiscard]] const WordQuery &words() const { return m_words; } ///< of the last rule without a mistake
    [[nodiscard]] const WordQuery &savedWords() const { return m_savedWords; }
    [[nodiscard]] const std::optional<Mistake> &mistake() const { return m_mistake; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const RuleTrial &trial() const { return m_trial; }

    /// How many stories it finds, how many enter and leave; or the mistake.
    [[nodiscard]] QString verdict() const;
    /// A rule that finds nothing, or nearly everything, is hardly what was meant; empty where it is neither.
    [[nodiscard]] QString doubt() const;

signals:
    void changed();

private:
    void answered(const Result<RuleTrial> &answer);

    QPointer<Collection> m_collection;
    QString m_rule;
    WordQuery m_words;
    WordQuery m_savedWords;
    std::optional<Mistake> m_mistake;
    QString m_failure;
    RuleTrial m_trial;
    LatestQuestion<RuleTrial> m_question;
    bool m_busy = false;
};

} // namespace tidemark
