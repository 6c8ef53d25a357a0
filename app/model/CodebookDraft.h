#pragma once

#include "theme/Codebook.h"

namespace tidemark {

/// A codebook that somebody works on, over the one in force. A value. When the one in force changes meanwhile, what
/// was worked on stays, theme by theme.
class CodebookDraft
{
public:
    CodebookDraft() = default;
    explicit CodebookDraft(const Codebook &saved) : m_saved(saved), m_codebook(saved) {}

    void setSaved(const Codebook &saved);
    [[nodiscard]] const Codebook &saved() const { return m_saved; }
    [[nodiscard]] const Codebook &codebook() const { return m_codebook; } ///< with what was worked on

    /// The theme of this id as it shall be. A key that another theme had is taken from that one.
    void change(const Theme &theme);
    /// A new theme in a group, behind the last; gives its id. Empty: there are 64.
    QString add(const QString &name, const QString &group);
    /// As it is in force; a new theme goes.
    void discard(const QString &id);
    void nameGroup(const QString &key, const QString &name);
    QString groupNamed(const QString &name); ///< its key; made if there is none

    [[nodiscard]] bool isEdited(const QString &id) const;
    [[nodiscard]] bool isEdited() const { return m_codebook != m_saved; }
    /// What may take the place of the one in force (theme/CodebookEditing.h).
    [[nodiscard]] Result<Codebook> checked() const;

private:
    [[nodiscard]] Theme *find(const QString &id);
    void tidy();

    Codebook m_saved;
    Codebook m_codebook;
};

} // namespace tidemark
