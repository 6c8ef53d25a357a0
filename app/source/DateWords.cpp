#include "source/DateWords.h"

#include <QHash>
#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// A line a language, by the month's number; forms that agree with an earlier one may be left out by "-".
const QStringList &monthLists()
{
    static const QStringList lists{
        u"jan feb mar apr may jun jul aug sep oct nov dec"_s,
        u"january february march april may june july august september october november december"_s,
        u"januar februar märz april mai juni juli august september oktober november dezember"_s,
        u"jänner - maerz - - - - - sept okt - dez"_s,
        u"- - mrz - - - - - - - - -"_s,
        u"janvier février mars avril mai juin juillet août septembre octobre novembre décembre"_s,
        u"janv févr mär avr - - juil aout - - - déc"_s,
        u"- fevrier - - - - - - - - - decembre"_s,
        u"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"_s,
        u"ene - - abr - - - ago setiembre - - dic"_s,
        u"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"_s,
        u"gen - - - mag giu lug ago set ott - dic"_s,
        u"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"_s,
        u"- fev - abr - - - ago set out - dez"_s,
        u"januari februari maart april mei juni juli augustus september oktober november december"_s,
        u"- - mrt - - - - - - okt - -"_s,
        u"januar februar marts april maj juni juli august september oktober november desember"_s,
        u"- - - - - - - augusti - - - des"_s,
        u"tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta "
        "elokuuta syyskuuta lokakuuta marraskuuta joulukuuta"_s,
        u"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"_s,
        u"sty lut - kwi - cze lip sie wrz paź lis gru"_s,
        u"ledna února března dubna května června července srpna září října listopadu prosince"_s,
        u"január február március április május június július augusztus szeptember október november december"_s,
        u"ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"_s,
        u"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"_s,
        u"oca şub - nis - haz tem ağu eyl eki kas ara"_s,
        u"января февраля марта апреля мая июня июля августа сентября октября ноября декабря"_s,
        u"янв фев мар апр май июн июл авг сен окт ноя дек"_s,
        u"- февр - - - - - - сент - нояб -"_s,
        u"січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"_s,
        u"ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου "
        "αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου"_s,
        u"ιαν φεβ μαρ απρ μαϊ ιουν ιουλ αυγ σεπ οκτ νοε δεκ"_s,
        u"- - μάρ - μάι ιούν ιούλ αύγ - - νοέ -"_s};
    return lists;
}

QHash<QString, int> monthsByName()
{
    QHash<QString, int> table;
    for (const QString &list : monthLists()) {
        int month = 0;
        for (const QString &name : list.split(u' ')) {
            ++month;
            if (name != "-"_L1)
                table.insert(name, month);
        }
    }
    return table;
}

} // namespace

int monthNamed(const QString &word)
{
    static const QHash<QString, int> table = monthsByName();
    return table.value(word);
}

bool isDateFiller(const QString &word)
{
    static const QSet<QString> words = [] {
        const QString list
            = u"mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday "
              "sunday t at on of the st nd rd th etc "
              "mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
              "um uhr am den der "
              "lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche er le du à "
              "mié mie jue vie sáb sab dom lunes martes miércoles miercoles jueves viernes sábado sabado domingo "
              "de del el la las los a "
              "man tir ons tor tors fre lør søn lör sön mandag tirsdag onsdag torsdag fredag lørdag søndag "
              "mån tis måndag tisdag lördag söndag kl klo "
              "pon wt śr czw pt sob ndz poniedziałek wtorek środa czwartek piątek sobota niedziela r o godz "
              "po út čt pá ne pondělí úterý středa čtvrtek pátek neděle v "
              "hétfő kedd szerda csütörtök péntek szombat vasárnap "
              "pzt sal çar per cum cmt paz pazartesi salı çarşamba perşembe cuma cumartesi pazar saat "
              "пн вт ср чт пт сб вс понедельник вторник среда четверг пятница суббота воскресенье г в р о "
              "понеділок вівторок середа четвер субота неділя "
              "κυρ δευ τρι τρί τετ πεμ πέμ παρ σαβ σάβ κυριακή δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο "
              "στις"_s;
        const QStringList split = list.split(u' ');
        return QSet<QString>(split.begin(), split.end());
    }();
    return words.contains(word);
}

/// What American papers write without saying whether it is summer, such as ET, is standard time.
std::optional<int> zoneOffset(const QString &word)
{
    static const QHash<QString, int> zones{
        {u"z"_s, 0},      {u"utc"_s, 0},    {u"gmt"_s, 0},    {u"ut"_s, 0},      {u"wet"_s, 0},
        {u"west"_s, 60},  {u"bst"_s, 60},   {u"cet"_s, 60},   {u"mez"_s, 60},    {u"met"_s, 60},
        {u"cest"_s, 120}, {u"mesz"_s, 120}, {u"mest"_s, 120}, {u"eet"_s, 120},   {u"eest"_s, 180},
        {u"msk"_s, 180},  {u"ist"_s, 330},  {u"sgt"_s, 480},  {u"hkt"_s, 480},   {u"jst"_s, 540},
        {u"kst"_s, 540},  {u"aest"_s, 600}, {u"aedt"_s, 660}, {u"nzst"_s, 720},  {u"nzdt"_s, 780},
        {u"est"_s, -300}, {u"edt"_s, -240}, {u"cst"_s, -360}, {u"cdt"_s, -300},  {u"mst"_s, -420},
        {u"mdt"_s, -360}, {u"pst"_s, -480}, {u"pdt"_s, -420}, {u"akst"_s, -540}, {u"akdt"_s, -480},
        {u"hst"_s, -600}, {u"brt"_s, -180}, {u"at"_s, -240},  {u"et"_s, -300},   {u"ct"_s, -360},
        {u"mt"_s, -420},  {u"pt"_s, -480}};
    const auto found = zones.constFind(word);
    return found == zones.constEnd() ? std::nullopt : std::optional(*found);
}

bool isEastAsian(QChar sign)
{
    constexpr char16_t first = 0x1100;
    return sign.unicode() >= first && (sign.script() == QChar::Script_Han || sign.script() == QChar::Script_Hangul);
}

bool isEastAsianHour(QChar sign)
{
    return QStringView(u"時时点點시").contains(sign);
}

bool isEastAsianFiller(QChar sign)
{
    return QStringView(u"年月日号號曜星期週周一二三四五六天火水木金土년월일요화수목금토").contains(sign);
}

std::optional<HalfOfDay> eastAsianHalf(QStringView signs)
{
    if (signs == u"午後" || signs == u"下午" || signs == u"오후")
        return HalfOfDay::Afternoon;
    if (signs == u"午前" || signs == u"上午" || signs == u"오전")
        return HalfOfDay::Morning;
    return std::nullopt;
}

} // namespace tidemark
