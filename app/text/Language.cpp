#include "text/Language.h"

#include <QLocale>

#include <cld2/public/compact_lang_det.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype enoughText = 16 * 1024; ///< UTF-16 units; more doesn't make the answer surer
constexpr qsizetype fewestLetters = 8;
constexpr qsizetype fewestLettersAlone = 3; ///< of a script written without spaces

/// The words that say something about the language: no links, names or tags.
QString spokenWords(QStringView text, const Tokens &tokens)
{
    QString words;
    for (const Token &token : tokens) {
        if (token.start >= enoughText)
            break;
        if (token.kind != Token::Kind::Word)
            continue;
        words.append(text.sliced(token.start, token.length));
        words.append(u' ');
    }
    return words;
}

bool isLongEnough(const QString &words)
{
    const auto letters = std::count_if(words.begin(), words.end(), [](QChar c) { return c.isLetter(); });
    const auto wide = std::count_if(words.begin(), words.end(), [](QChar c) { return c.unicode() >= 0xe00; });
    return letters >= fewestLetters || wide >= fewestLettersAlone;
}

} // namespace

QString detectLanguage(QStringView text, const Tokens &tokens)
{
    const QString words = spokenWords(text, tokens);
    if (!isLongEnough(words))
        return {};
    const QByteArray bytes = words.toUtf8();
    bool reliable = false;
    const CLD2::Language language
        = CLD2::DetectLanguage(bytes.constData(), static_cast<int>(bytes.size()), true, &reliable);
    if (!reliable)
        return {};
    return languageCode(QString::fromLatin1(CLD2::LanguageCode(language)));
}

QString languageCode(QStringView code)
{
    static constexpr std::array pseudo{QStringView(u"un"),  QStringView(u"xx"),  QStringView(u"und"),
                                       QStringView(u"zxx"), QStringView(u"mul"), QStringView(u"mis"),
                                       QStringView(u"art")};
    static constexpr std::array<std::pair<QStringView, QStringView>, 5> renewed{{
        {QStringView(u"in"), QStringView(u"id")},
        {QStringView(u"iw"), QStringView(u"he")},
        {QStringView(u"ji"), QStringView(u"yi")},
        {QStringView(u"jw"), QStringView(u"jv")},
        {QStringView(u"mo"), QStringView(u"ro")},
    }};
    const qsizetype end
        = std::find_if(code.begin(), code.end(), [](QChar c) { return c == u'-' || c == u'_'; }) - code.begin();
    const QString primary = code.first(end).toString().toLower();
    const bool letters
        = std::all_of(primary.begin(), primary.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
    if (!letters || primary.size() < 2 || primary.size() > 3)
        return {};
    const bool privateUse = primary.size() == 3 && primary.at(0) == u'q' && primary.at(1) <= u't';
    if (privateUse || std::find(pseudo.begin(), pseudo.end(), primary) != pseudo.end())
        return {};
    for (const auto &[old, now] : renewed) {
        if (primary == old)
            return now.toString();
    }
    if (primary.size() == 3) {
        const QLocale::Language known = QLocale::codeToLanguage(primary);
        if (known != QLocale::AnyLanguage && known != QLocale::C)
            return QLocale::languageToCode(known);
    }
    return primary;
}

QString languageName(const QString &code)
{
    std::array<char16_t, 128> name{};
    UErrorCode error = U_ZERO_ERROR;
    const QLocale reader;
    const QByteArray shownIn = reader.language() == QLocale::C ? "en" : reader.name().toLatin1(); // ICU has no C
    const int32_t size = uloc_getDisplayLanguage(code.toLatin1().constData(), shownIn.constData(), name.data(),
                                                 static_cast<int32_t>(name.size()), &error);
    return U_SUCCESS(error) && size > 0 ? QString::fromUtf16(name.data(), size) : code;
}

} // namespace tidemark
