#include "theme/Lexicons.h"

#include "filter/FilterText.h"
#include "theme/JsonStrings.h"
#include "theme/RuleText.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Codebook)
};

} // namespace

Result<Lexicon> lexiconFromJson(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root.value("format"_L1) != "story-lexicon"_L1 || root.value("format_version"_L1).toInt() != 1)
        return Error{Error::Kind::Damaged, Words::tr("This is not a lexicon of this version of Tidemark.")};
    Lexicon lexicon{root.value("language"_L1).toString(), {}};
    RuleMacros macros;
    const QJsonObject lists = root.value("macros"_L1).toObject();
    for (auto list = lists.begin(); list != lists.end(); ++list)
        macros.insert(list.key(), stringsOf(list.value()));
    const QJsonObject themes = root.value("themes"_L1).toObject();
    for (auto theme = themes.begin(); theme != themes.end(); ++theme) {
        const QJsonObject written = theme.value().toObject();
        const QString rule = expandMacros(
            ruleFromTerms(stringsOf(written.value("terms"_L1)), stringsOf(written.value("require_any"_L1))),
            macros);
        const auto parsed = parseWords(rule);
        if (const Mistake *mistake = std::get_if<Mistake>(&parsed))
            return Error{Error::Kind::Damaged,
                         Words::tr("The rule of %1 can't be read at character %2: %3")
                             .arg(theme.key())
                             .arg(mistake->position + 1)
                             .arg(mistake->message)};
        lexicon.rules.insert(theme.key(), rule);
    }
    return lexicon;
}

const QVector<Lexicon> &shippedLexicons()
{
    static const QVector<Lexicon> lexicons = [] {
        QVector<Lexicon> read;
        const QDir folder(u":/lexicons"_s);
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            const auto lexicon = file.open(QIODevice::ReadOnly)
                ? lexiconFromJson(file.readAll())
                : Result<Lexicon>(Error{Error::Kind::NotFound, file.errorString()});
            if (!lexicon)
                qFatal("%s: %s", qPrintable(name), qPrintable(lexicon.error().message));
            read.append(*lexicon);
        }
        return read;
    }();
    return lexicons;
}

Codebook withLexicon(const Codebook &codebook, const Lexicon &lexicon)
{
    Codebook translated = codebook;
    translated.language = lexicon.language;
    translated.voices.clear();
    for (Theme &theme : translated.themes)
        theme.rule = lexicon.rules.value(theme.id);
    return translated;
}

} // namespace tidemark
