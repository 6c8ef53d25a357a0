#include "command/ThemesCommand.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

/// What each word does, a paragraph each.
QString themesDetails()
{
    const QStringList paragraphs{
        Words::tr("rule: a changed rule codes all stories anew; what was set by hand stays. A rule is a query "
                  "over words: word, \"a phrase\", pre*, NEAR(a b, 5), AND, OR, NOT, ( )."),
        Words::tr(
            "history: the versions of the codebook, newest first. A rule that changes raises the version; an "
            "export's manifest names the one that it was made with; where several have one version, for no rule "
            "changed, they are told apart as N.1, N.2. show --version N (the last of these) or N.1: all themes "
            "as they were then, or with THEME this one."),
        Words::tr(
            "codebooks: a collection may have several, one for each study or language; one is in force (*), and "
            "all else is about that one. add NAME: one more, without themes, with those of FILE (a codebook or "
            "another collection), or as a copy of --codebook NAME. use NAME: codes all stories anew by it; what "
            "was coded by hand under the one before is kept with that one, and back when it is used again. "
            "rename NAME NEW. remove NAME --yes: with all that was coded under it."),
        Words::tr("table: how often each theme is said with each other theme, voice, platform, language or "
                  "month (--by), as CSV: stories, or with --share the share of the row's or the column's stories. "
                  "Themes overlap, so the counts don't add up; undated stories are in no month."),
        Words::tr(
            "import, export: the codebook as Tidemark's JSON, as CSV (name, definition and "
            "all else that is known of a theme), or as a REFI-QDA codebook (.qdc: names, definitions, groups, "
            "colours); export - writes JSON to standard output, import - reads JSON or .qdc from standard input. "
            "What is imported adds themes and renews those of "
            "the same id or name; none "
            "goes."),
        Words::tr(
            "label: takes codings by hand out of columns that say 1 or 0, yes or no; as “voice”, out of one that "
            "names the voice (testimony, solidarity, support, commentary, unknown). With --coder they "
            "are kept as what this one said, and agreement tells, theme by theme and for the voice, how "
            "far coders agree: the share of answers alike, Cohen's kappa (of more than two coders Fleiss'), and "
            "Krippendorff's alpha with its interval."),
        Words::tr("train: learns themes from the stories of --filter that were coded by hand (at least 50), "
                  "says how good it is on parts that were kept aside, beside the rule over the same stories, "
                  "and what would change; then codes the whole collection by it, where it is better than the "
                  "rule. Codings by hand always win, and a theme is coded by its rule or by what was learned, "
                  "never by both. Voices are learned where --themes names them (voice, voice:support); of those "
                  "learned, the likeliest alone is asked whether it reaches its cut, and where it doesn't, the "
                  "rules' voice holds unless it is one of them."),
        Words::tr("recode: applies the rules to all stories anew; themes and voices that a model codes go back to "
                  "their rules, with --themes only these."),
        Words::tr(
            "lexicon: rules for the same themes in German (de), Spanish (es) and French (fr), each for stories "
            "in that language alone. Nobody has measured yet how well they find the themes, so each is off until "
            "it is switched on; switching codes all stories anew."),
        Words::tr("evaluate: learns from the stories of --train that were coded by hand and judges on those of "
                  "--test. A story that nobody coded with a theme, present or absent, doesn't count for it; one "
                  "that is not coded with all the themes doesn't count for the exact match. A story in both is "
                  "only judged. support is the number of stories that have the theme, exact_match the share "
                  "with all themes right, hamming_score the share of right answers among all, macro_f1 the mean "
                  "of the themes' F1; where nothing is said to be present, precision is 0. The name “voice” "
                  "among the themes stands for the voices."),
    };
    return paragraphs.join(u"\n\n"_s);
}

struct Part
{
    QString word;
    qsizetype words = 1; ///< with itself
    ThemesPart run = nullptr;
    QStringList options; ///< that it heeds, beside --collection
};

const QVector<Part> &parts()
{
    static const QVector<Part> all{
        {u"list"_s, 1, listThemes, {u"json"_s}},
        {u"show"_s, 2, showThemes, {u"json"_s, u"version"_s, u"codebook"_s}},
        {u"rule"_s, 3, setRule, {}},
        {u"history"_s, 1, listVersions, {u"json"_s}},
        {u"show"_s, 1, showVersion, {u"json"_s, u"version"_s, u"codebook"_s}},
        {u"table"_s, 1, printThemesTable, {u"by"_s, u"filter"_s, u"share"_s}},
        {u"import"_s, 2, importCodebook, {u"dry-run"_s}},
        {u"export"_s, 2, exportCodebook, {u"codebook"_s, u"overwrite"_s}},
        {u"label"_s, 1, labelThemes, {u"json"_s, u"from-columns"_s, u"as"_s, u"coder"_s}},
        {u"agreement"_s, 1, showAgreement, {u"json"_s, u"themes"_s, u"seed"_s}},
        {u"recode"_s, 1, recodeThemes, {u"themes"_s}},
        {u"train"_s,
         1,
         trainThemes,
         {u"json"_s, u"themes"_s, u"filter"_s, u"dry-run"_s, u"curve"_s, u"cut"_s, u"seed"_s}},
        {u"evaluate"_s,
         1,
         evaluateThemes,
         {u"json"_s, u"themes"_s, u"train"_s, u"test"_s, u"by"_s, u"cut"_s, u"seed"_s}},
        {u"lexicon"_s, 1, listLexicons, {u"json"_s}},
        {u"lexicon"_s, 3, switchLexicon, {}},
        {u"codebooks"_s, 1, listCodebooks, {u"json"_s}},
        {u"codebooks"_s, 3, changeCodebooks, {u"codebook"_s, u"yes"_s}},
        {u"codebooks"_s, 4, changeCodebooks, {u"codebook"_s, u"yes"_s}},
    };
    return all;
}

int runThemes(const Invocation &invocation)
{
    const QStringList words = invocation.positional().isEmpty() ? QStringList{u"list"_s} : invocation.positional();
    const auto part = std::find_if(parts().cbegin(), parts().cend(), [&](const Part &known) {
        return known.word == words.first() && known.words == words.size();
    });
    if (part == parts().cend())
        return fail(
            Error{Error::Kind::Usage,
                  Words::tr("“themes %1” isn't understood; “tidemark themes --help” tells what can be said.")
                      .arg(words.join(u' '))});
    if (auto heeded = checkHeeded(invocation, u"themes "_s + words.first(), part->options); !heeded)
        return fail(heeded.error());
    auto collection = openCollection(invocation, Collection::Missing::Fail);
    return collection ? part->run(**collection, invocation) : fail(collection.error());
}

} // namespace

std::variant<QVector<StoryId>, int> storiesOf(Collection &collection, const QString &filter)
{
    auto parsed = parseFilter(filter, collection.names());
    if (const auto *mistake = std::get_if<Mistake>(&parsed))
        return fail(*mistake, filter);
    const auto selection
        = collection.select({.filter = std::get<Filter>(std::move(parsed)), .timeline = {}, .facets = false})
              .result();
    if (!selection)
        return fail(selection.error());
    return selection->allIds(Order::OldestFirst);
}

Result<QVector<Label>> labelsOf(const Collection &collection, const Invocation &invocation)
{
    return labelsFromKeys(invocation.value(u"themes"_s).split(u',', Qt::SkipEmptyParts),
                          collection.facts().codebook);
}

Result<LearningWish> wishOf(const Invocation &invocation, const QString &usualCut)
{
    LearningWish wish;
    const auto seed = invocation.number(u"seed"_s, wish.seed, std::numeric_limits<quint32>::max());
    if (!seed)
        return seed.error();
    wish.seed = static_cast<quint32>(*seed);
    const QString cut = invocation.value(u"cut"_s, usualCut);
    if (cut == "accuracy"_L1)
        return wish;
    if (cut == "f1"_L1) {
        wish.cut.best = CutWish::For::F1;
        return wish;
    }
    bool valid = false;
    wish.cut = {CutWish::For::Precision, cut.section(u':', 1).toDouble(&valid)};
    if (!cut.startsWith("precision:"_L1) || !valid || wish.cut.precision <= 0 || wish.cut.precision > 1)
        return Error{
            Error::Kind::Usage,
            Words::tr("--cut is accuracy, f1, or precision: with a share, such as precision:0.9; not “%1”.")
                .arg(cut)};
    return wish;
}

Command themesCommand()
{
    return {
        .name = u"themes"_s,
        .arguments
        = u"[list | show THEME | rule THEME QUERY | history | table | import FILE | export FILE | label "
          u"| agreement | "
          "train | recode | evaluate | lexicon [on | off LANGUAGE] | codebooks [add NAME [FILE] | use NAME | "
          "rename NAME NEW | remove NAME]]"_s,
        .summary = Words::tr("list the themes, change their rules, learn them, and judge how well they are found"),
        .details = themesDetails(),
        .options
        = {collectionOption(),
           jsonOption(),
           {u"version"_s, u"N"_s, Words::tr("show: the codebook as it was in this version")},
           {u"codebook"_s, u"NAME"_s,
            Words::tr(
                "export, show --version: this codebook, which need not be in force; codebooks add: the one to "
                "copy")},
           {u"yes"_s, {}, Words::tr("codebooks remove: go on")},
           {u"from-columns"_s, u"C,D"_s, Words::tr("label: the columns that hold codings")},
           {u"as"_s, u"A,B"_s, Words::tr("label: the themes that they are codings of, in the same order")},
           {u"coder"_s, u"NAME"_s, Words::tr("label: who coded them, where several did")},
           {u"filter"_s, u"FILTER"_s,
            Words::tr("train: the stories to learn from, table: those to count; without it, all")},
           {u"overwrite"_s, {}, Words::tr("export: replace a file that is there already")},
           {u"dry-run"_s, {}, Words::tr("train, import: say what would change, and change nothing")},
           {u"curve"_s,
            {},
            Words::tr("train: learn from fewer stories, too, to see whether more coding would help")},
           {u"train"_s, u"FILTER"_s, Words::tr("evaluate: the stories to learn from")},
           {u"test"_s, u"FILTER"_s, Words::tr("evaluate: the stories to judge on")},
           {u"themes"_s, u"A,B"_s,
            Words::tr("these themes; without it, all that are coded by hand, present and absent")},
           {u"by"_s, u"WHO"_s,
            Words::tr(
                "table: theme, voice, platform, language or month. evaluate: judge the rule, the model (learned "
                "from the texts alone), or both (the rules' hits are among what "
                "it learns from; the default)")},
           {u"share"_s, u"OF"_s, Words::tr("table: shares of the row (the theme) or of the column")},
           {u"cut"_s, u"FOR"_s,
            Words::tr(
                "where the model says present: f1 (the default of train), accuracy (fewest errors, the default "
                "of evaluate), or precision:0.9")},
           {u"seed"_s, u"N"_s, Words::tr("another seed deals other folds; the same one gives the same model")}},
        .run = runThemes};
}

} // namespace tidemark
