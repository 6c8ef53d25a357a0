#include "source/HeaderGuess.h"

#include "source/Dates.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct FieldNames
{
    StoryField field;
    QStringList names; ///< folded, the likeliest first
};

QStringList list(const QString &words)
{
    return words.split(u' ');
}

const QVector<FieldNames> &fieldNames()
{
    static const QVector<FieldNames> table{
        {StoryField::Text,
         list(u"fulltext text tweettext tweet tweetcontent posttext postcontent rawcontent body message content "
              u"post "
              "statustext status storytext story selftext comment commenttext caption nachricht beitrag inhalt "
              "kommentar texto mensaje contenido comentario texte contenu commentaire testo messaggio contenuto "
              "tekst "
              "bericht mensagem conteúdo conteudo treść текст сообщение 本文 内容 正文 テキスト 텍스트 내용 본문 "
              "metin "
              "النص narrative testimony description beschreibung descripción descripcion"_s)},
        {StoryField::PostedAt,
         list(u"postedat createdat tweetcreatedat timestamp created datetime dateposted publishedat published "
              u"posttime "
              "postdate postcreated datecreated datepublished publicationdate createdutc createdtime creationdate "
              "createddate timestamputc dateutc utc tweetdate tweettime date time unixtimestamp datum zeitpunkt "
              "zeitstempel erstelltam veröffentlicht zeit when wann cuando quand fecha fechahora "
              "fechadepublicación fechadepublicacion "
              "datedepublication heure data dataora дата 日期 時間 时间 日時 日付 날짜 tarih"_s)},
        {StoryField::NativeId,
         list(u"nativeid tweetid statusid idstr postid messageid statusidstr tweetidstr uri id beitragsid"_s)},
        {StoryField::Permalink,
         list(u"permalink permalinkurl tweeturl posturl statusurl url link tweetlink postlink weblink enlace lien "
              "adresse urltweet"_s)},
        {StoryField::AuthorId, list(u"authorid userid useridstr fromuserid accountid useridentifier authorfid"_s)},
        {StoryField::AuthorHandle,
         list(u"authorusername authorhandle userscreenname screenname username handle twitterhandle fromuser "
              "accounthandle account author user useracct acct benutzername benutzer nutzer nutzername autor "
              "usuario "
              "nombredeusuario auteur utilisateur nomdutilisateur utente gebruiker poster"_s)},
        {StoryField::AuthorName,
         list(u"authorname userdisplayname displayname authordisplayname userfullname fullname realname username2 "
              "nickname anzeigename nombre nom fromusername"_s)},
        {StoryField::Language,
         list(u"language lang tweetlang tweetlanguage postlanguage sprache idioma langue lingua taal"_s)},
        {StoryField::Platform,
         list(u"platform socialplatform network socialnetwork sourceplatform plattform plataforma plateforme "
              "netzwerk"_s)},
        {StoryField::ContentWarning, list(u"contentwarning spoilertext warning cw inhaltswarnung"_s)},
        {StoryField::MediaDescriptions,
         list(u"mediadescriptions mediaalttext alttext alttexts imagedescription"_s)},
        {StoryField::Hashtags, list(u"hashtags tags hashtag"_s)},
        {StoryField::ReplyTo,
         list(u"replyto inreplytostatusid inreplytostatusidstr inreplytotweetid inreplytoid replytoid parentid"_s)},
        {StoryField::QuoteOf, list(u"quoteof quotedstatusid quotedstatusidstr quotedtweetid quotedid"_s)},
        {StoryField::Sensitive, list(u"sensitive possiblysensitive nsfw"_s)},
    };
    return table;
}

QString folded(const QString &name)
{
    QString result;
    const QString lower = name.normalized(QString::NormalizationForm_KC).toLower();
    for (const QChar c : lower) {
        if (c.isLetterOrNumber())
            result.append(c);
    }
    return result;
}

/// The filled values of one column in the first rows.
QStringList valuesOf(qsizetype column, const QVector<QStringList> &rows)
{
    QStringList values;
    for (const QStringList &row : rows) {
        if (column < row.size() && !row[column].trimmed().isEmpty())
            values << row[column].trimmed();
    }
    return values;
}

template<typename Test>
bool mostAre(const QStringList &values, Test test)
{
    return std::count_if(values.begin(), values.end(), test) * 2 > values.size();
}

bool looksLikeTimes(const QStringList &values)
{
    static const QRegularExpression ofDay(u"^\\d{1,2}:\\d\\d"_s);
    return values.isEmpty() || mostAre(values, [](const QString &value) {
               return parseTime(value).has_value() || parseTime(value, {.dayFirst = true}).has_value()
                   || parseTime(value, {.excelSerials = true}).has_value() || ofDay.match(value).hasMatch();
           });
}

bool looksLikeRowNumbers(const QStringList &values)
{
    static const QRegularExpression shortNumber(u"^\\d{1,9}$"_s);
    return mostAre(values, [](const QString &value) { return shortNumber.match(value).hasMatch(); });
}

bool looksLikeLinks(const QStringList &values)
{
    return values.isEmpty() || mostAre(values, [](const QString &value) {
               return value.startsWith("http"_L1, Qt::CaseInsensitive) || value.contains(u'/');
           });
}

bool fits(StoryField field, const QString &name, const QStringList &values)
{
    switch (field) {
    case StoryField::PostedAt:
        return looksLikeTimes(values);
    case StoryField::NativeId:
        return (name != "id"_L1 && name != "postid"_L1 && name != "messageid"_L1) || !looksLikeRowNumbers(values);
    case StoryField::Permalink:
        return looksLikeLinks(values);
    default:
        return true;
    }
}

bool looksLikeTwitter(const QStringList &header)
{
    static const QSet<QString> signs{u"tweetid"_s,      u"tweettext"_s,   u"tweet"_s,    u"tweeturl"_s,
                                     u"fulltext"_s,     u"screenname"_s,  u"retweets"_s, u"userscreenname"_s,
                                     u"retweetcount"_s, u"tweetcontent"_s};
    return std::any_of(header.begin(), header.end(),
                       [](const QString &name) { return signs.contains(folded(name)); });
}

/// Whether a column only counts the rows of its file: small numbers, each once. They are about no person, and no
/// ids either: another file counts from 1 as well.
bool numbersRows(const QString &name, const QStringList &values)
{
    const QStringList words = nameWords(name);
    return words == QStringList(u"id"_s) && !values.isEmpty() && looksLikeRowNumbers(values)
        && QSet<QString>(values.cbegin(), values.cend()).size() == values.size();
}

bool isPersonalName(const QString &name)
{
    static const QSet<QString> signs = [] {
        const QStringList words = list(
            u"name names firstname lastname surname forename fullname realname displayname nickname user users "
            u"username "
            "userid screenname handle author authors account accounts profile email emails mail mails phone phones "
            "telephone tel mobile cell whatsapp contact contacts person persons people respondent participant "
            "victim "
            "survivor perpetrator accused owner creator poster sender bio biography avatar photo picture ip ssn "
            "birthday birthdate dob vorname nachname benutzer benutzername nutzer nutzername konto profil telefon "
            "handy kontakt autor autorin absender anschrift address adresse nombre apellido usuario correo "
            "teléfono "
            "telefono móvil movil cuenta perfil dirección direccion nom prénom prenom utilisateur compte téléphone "
            "courriel auteur adressé mention mentions follower followers id ids uid guid uuid uri"_s);
        return QSet<QString>(words.begin(), words.end());
    }();
    const QStringList words = nameWords(name);
    // A number of followers says nothing that finds a person, the list of them does.
    const bool isCount = words.contains("count"_L1) || words.contains("number"_L1) || words.contains("total"_L1);
    return !isCount
        && std::any_of(words.begin(), words.end(), [](const QString &word) { return signs.contains(word); });
}

bool isPersonalValue(const QString &value)
{
    static const QRegularExpression handle(u"^@[\\w.]+(@[\\w.-]+)?$"_s);
    static const QRegularExpression mail(u"^[^\\s@]{1,80}@[^\\s@]{1,200}\\.[^\\s@.]{2,20}$"_s);
    return value.size() <= 320 && (handle.match(value).hasMatch() || mail.match(value).hasMatch());
}

/// By its whole name, else by the last part of a way through JSON: "post.created_at". What is only called id, name
/// or the like says too little without the parts before.
qsizetype columnCalled(const QString &wanted, const QStringList &names, const QStringList &lastParts)
{
    static const QStringList vague{u"id"_s,  u"name"_s, u"user"_s, u"author"_s, u"account"_s,
                                   u"url"_s, u"link"_s, u"uri"_s,  u"warning"_s};
    const qsizetype column = names.indexOf(wanted);
    return column >= 0 || vague.contains(wanted) ? column : lastParts.indexOf(wanted);
}

} // namespace

QStringList nameWords(const QString &name)
{
    static const QRegularExpression humps(u"([a-z])([A-Z])"_s);
    static const QRegularExpression breaks(u"[^\\p{L}]+"_s);
    QString spread = name;
    spread.replace(humps, u"\\1 \\2"_s);
    return spread.toLower().split(breaks, Qt::SkipEmptyParts);
}

ColumnMapping completedMapping(ColumnMapping given, const QStringList &header,
                               const QVector<QStringList> &firstRows)
{
    QStringList names;
    names.reserve(header.size());
    for (const QString &name : header)
        names << folded(name);
    QStringList lastParts;
    for (const QString &name : header)
        lastParts << (name.contains(u'.') ? folded(name.section(u'.', -1)) : QString());
    QStringList taken = given.ignored;
    for (const QString &column : std::as_const(given.columns))
        taken << column;
    for (const LabelColumn &label : std::as_const(given.labels))
        taken << label.column;
    if (given.attributes)
        taken += *given.attributes;
    for (const FieldNames &entry : fieldNames()) {
        for (const QString &wanted : entry.names) {
            const qsizetype column = columnCalled(wanted, names, lastParts);
            if (given.columns.contains(entry.field) || column < 0 || taken.contains(header[column])
                || !fits(entry.field, wanted, valuesOf(column, firstRows)))
                continue;
            given.columns.insert(entry.field, header[column]);
            taken << header[column];
        }
    }
    if (given.platform == Platform::Other && looksLikeTwitter(header))
        given.platform = Platform::Twitter;
    return given;
}

ColumnMapping guessMapping(const QStringList &header, const QVector<QStringList> &firstRows)
{
    return completedMapping({}, header, firstRows);
}

bool isOwnExport(const QStringList &header)
{
    const QStringList others{u"posted_at"_s, u"platform"_s, u"source"_s, u"voice"_s, u"themes"_s, u"language"_s};
    const auto present
        = std::count_if(others.begin(), others.end(), [&](const QString &name) { return header.contains(name); });
    return header.contains("story"_L1) && header.contains("text"_L1) && present >= 2;
}

bool namesOwnColumns(const QStringList &header)
{
    static const QStringList own{u"story"_s,      u"posted_at"_s,       u"native_id"_s, u"relation"_s,
                                 u"related_to"_s, u"content_warning"_s, u"coded_by"_s,  u"voice"_s};
    return std::any_of(own.begin(), own.end(), [&](const QString &name) { return header.contains(name); });
}

bool isOwnSpreadsheetExport(const QStringList &header)
{
    const qsizetype time = header.indexOf("posted_at"_L1);
    return isOwnExport(header) && time >= 0 && header.value(time + 1) == "date"_L1
        && header.value(time + 2) == "time"_L1;
}

ColumnMapping ownMapping(const QStringList &header, const QVector<QStringList> &firstRows)
{
    static const QStringList withoutField{u"story"_s,   u"date"_s,     u"time"_s,       u"source"_s,   u"voice"_s,
                                          u"themes"_s,  u"relation"_s, u"related_to"_s, u"coded_by"_s, u"note"_s,
                                          u"starred"_s, u"words"_s,    u"reposts"_s};
    ColumnMapping mapping;
    for (qsizetype column = 0; column < header.size(); ++column) {
        const QString &name = header[column];
        const QStringList values = valuesOf(column, firstRows);
        // The wide form of the themes: a column of 0 and 1 for each, instead of the column `themes`.
        const bool isTheme = !header.contains("themes"_L1) && !values.isEmpty()
            && std::all_of(values.begin(), values.end(),
                           [](const QString &value) { return value == "0"_L1 || value == "1"_L1; });
        if (const auto field = storyFieldFromKey(name))
            mapping.columns.insert(*field, name);
        else if (withoutField.contains(name) || isTheme)
            mapping.ignored << name;
    }
    return mapping;
}

ColumnMapping mappingFor(const QStringList &header, const QVector<QStringList> &firstRows,
                         const std::optional<ColumnMapping> &given)
{
    if (given && !given->guessRest)
        return *given;
    if (isOwnExport(header) && (!given || given->columns.isEmpty())) {
        ColumnMapping own = ownMapping(header, firstRows);
        if (given)
            own.labels = given->labels;
        return own;
    }
    return completedMapping(given.value_or(ColumnMapping()), header, firstRows);
}

qsizetype timeColumnBeside(const QStringList &header, const QString &dateColumn)
{
    static const QStringList dates
        = list(u"date datum fecha data postdate dateposted tweetdate 日期 日付 tarih jour"_s);
    static const QStringList times
        = list(u"time zeit uhrzeit hora heure posttime timeposted tweettime 時間 时间 時刻 "
               "saat ora"_s);
    const qsizetype date = header.indexOf(dateColumn);
    if (date < 0 || !dates.contains(folded(dateColumn)))
        return -1;
    for (const qsizetype beside : {date + 1, date - 1}) {
        if (beside >= 0 && beside < header.size() && times.contains(folded(header[beside])))
            return beside;
    }
    return -1;
}

QStringList personalColumns(const QStringList &header, const QVector<QStringList> &firstRows)
{
    QStringList personal;
    for (qsizetype column = 0; column < header.size(); ++column) {
        const QStringList values = valuesOf(column, firstRows);
        if (numbersRows(header[column], values))
            continue;
        if (isPersonalName(header[column]) || (!values.isEmpty() && mostAre(values, &isPersonalValue)))
            personal << header[column];
    }
    return personal;
}

} // namespace tidemark
