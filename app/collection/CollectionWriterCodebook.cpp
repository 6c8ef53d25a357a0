// What changes the codebook: themes defined, merged and split, with the codings by hand that go along.
#include "collection/CollectionWriter.h"

#include "text/ShippedWords.h"
#include "theme/CodebookEditing.h"

#include <QCoreApplication>
#include <QHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

Result<DoneAction> CollectionWriter::define(const Theme &theme, Progress &progress)
{
    const Codebook before = m_state.facts.get()->codebook;
    const Theme *old = before.theme(theme.id);
    if (!old) {
        return Error{Error::Kind::NotFound,
                     QCoreApplication::translate("Collection", "This collection has no theme %1.").arg(theme.id)};
    }
    Codebook after = before;
    after.themes[old->number] = theme;
    after.themes[old->number].number = old->number;
    const auto checked = checkedCodebook(before, after);
    if (!checked)
        return checked.error();
    const Theme previous = *old;
    auto done = changeCodebook({{checked.value()}}, progress);
    const auto *back = done ? std::get_if<SetCodebook>(&done->contrary) : nullptr;
    if (back && back->change.coders.isEmpty()) // else what a model codes comes back with it
        done->contrary = SetDefinition{previous};
    return done;
}

Result<DoneAction> CollectionWriter::changeCodebook(const SetCodebook &action, Progress &progress)
{
    const Codebook before = m_state.facts.get()->codebook;
    CodebookChange change = action.change;
    if (change.codebook == before && change.codings.isEmpty() && change.coders.isEmpty())
        return DoneAction{action, {}, {}};
    change.codebook.version = nextVersion(before, change.codebook); // taking a rule back is another version, too
    const auto back = m_writer->changeCodebook(change, progress);
    if (!back)
        return back.error();
    const bool isCoded
        = change.codebook.version != before.version || !change.codings.isEmpty() || !back->coders.isEmpty();
    DoneAction done{SetCodebook{back.value(), action.text}, {}, {.codings = isCoded, .codebook = true}};
    if (const Result<> followed = follow({}, done.change); !followed)
        return followed.error();
    return done;
}

Result<> CollectionWriter::mergeThemes(int kept, int gone, Progress &progress)
{
    const Codebook before = m_state.facts.get()->codebook;
    const Theme into = before.themes.value(kept);
    const Theme from = before.themes.value(gone);
    const auto after = mergedThemes(before, into.id, from.id);
    if (!after)
        return after.error();
    const auto said = m_reader->handThemes(gone);
    if (!said)
        return said.error();
    HandThemes moved{kept, {}};
    HandThemes cleared{gone, {}};
    for (const HandTheme &coding : said.value()) {
        if (coding.present != true) // absent there says nothing of both together
            continue;
        moved.values.append(coding);
        moved.values.last().settled = false; // that was about the other theme
        cleared.values.append({coding.story, std::nullopt});
    }
    const auto coders = backToRules({kept, gone});
    if (!coders)
        return coders.error();
    return act(SetCodebook{{after.value(), {moved, cleared}, coders.value()},
                           QCoreApplication::translate("Action", "Merge theme %1 into %2")
                               .arg(inReadersLanguage(from.name), inReadersLanguage(into.name))},
               progress);
}

Result<> CollectionWriter::splitTheme(const ThemeSplit &split, const QVector<StoryId> &stories, Progress &progress)
{
    const Codebook before = m_state.facts.get()->codebook;
    const auto after = tidemark::splitTheme(before, split);
    if (!after)
        return after.error();
    const Theme from = *before.theme(split.from);
    const int fresh = static_cast<int>(before.themes.size());
    const auto said = m_reader->handThemes(from.number);
    if (!said)
        return said.error();
    QHash<StoryId, HandTheme> byHand;
    for (const HandTheme &coding : said.value())
        byHand.insert(coding.story, coding);
    const bool areRulesDivided = !after->themes.at(fresh).rule.isEmpty();
    HandThemes given{fresh, {}};
    HandThemes taken{from.number, {}};
    for (const StoryId story : stories) {
        const auto coding = byHand.constFind(story);
        if (areRulesDivided && coding == byHand.cend())
            continue;
        given.values.append(coding == byHand.cend() ? HandTheme{story, true} : *coding);
        taken.values.append({story, areRulesDivided ? std::nullopt : std::optional(false)});
    }
    const auto coders = backToRules(areRulesDivided ? QVector<int>{from.number} : QVector<int>());
    if (!coders)
        return coders.error();
    return act(SetCodebook{{after.value(), {given, taken}, coders.value()},
                           QCoreApplication::translate("Action", "Split theme %1 off %2")
                               .arg(split.name, inReadersLanguage(from.name))},
               progress);
}

/// What a model learned holds no longer for themes whose meaning changes.
Result<QVector<LabelCoder>> CollectionWriter::backToRules(const QVector<int> &themes)
{
    auto coders = m_reader->labelCoders();
    if (!coders)
        return coders;
    coders->removeIf([&](const LabelCoder &coder) {
        return coder.label.kind != Label::Kind::Theme || !themes.contains(coder.label.number);
    });
    for (LabelCoder &coder : *coders)
        coder.model = 0;
    return coders;
}

} // namespace tidemark
