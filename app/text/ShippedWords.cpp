#include "text/ShippedWords.h"

#include <QCoreApplication>
#include <QHash>

namespace tidemark {

namespace {

/// As resources/codebook.json has them; a test compares.
// Some go over two lines, and are meant to. NOLINTBEGIN(bugprone-suspicious-missing-comma)
constexpr const char *shipped[] = {
    QT_TRANSLATE_NOOP("Codebook", "#MeToo story codebook (proposal)"),
    QT_TRANSLATE_NOOP("Codebook", "Form of harassment"),
    QT_TRANSLATE_NOOP("Codebook", "Who"),
    QT_TRANSLATE_NOOP("Codebook", "Where"),
    QT_TRANSLATE_NOOP("Codebook", "Power"),
    QT_TRANSLATE_NOOP("Codebook", "Aftermath"),
    QT_TRANSLATE_NOOP("Codebook", "Public talk"),
    QT_TRANSLATE_NOOP("Codebook", "Catcalling & sexual comments"),
    QT_TRANSLATE_NOOP(
        "Codebook",
        "Words or sounds aimed at someone: catcalls, whistles, sexual remarks, jokes, name-calling, propositions."),
    QT_TRANSLATE_NOOP("Codebook", "Ogling & staring"),
    QT_TRANSLATE_NOOP(
        "Codebook",
        "Being looked at in a sexual way: staring, leering, winking, gestures, being looked up and down."),
    QT_TRANSLATE_NOOP("Codebook", "Following, exposure & images"),
    QT_TRANSLATE_NOOP("Codebook",
                      "Contact-free intrusion: being followed or stalked, flashed, watched, filmed, or sent or "
                      "shown sexual images."),
    QT_TRANSLATE_NOOP("Codebook", "Groping & unwanted touching"),
    QT_TRANSLATE_NOOP(
        "Codebook",
        "Unwanted physical contact short of rape: touching, grabbing, rubbing, pinching, forced kisses or hugs."),
    QT_TRANSLATE_NOOP("Codebook", "Rape & sexual assault"),
    QT_TRANSLATE_NOOP(
        "Codebook",
        "Rape, attempted rape or sexual assault, including drugged or incapacitated victims and coerced sex."),
    QT_TRANSLATE_NOOP("Codebook", "Childhood & teenage abuse"),
    QT_TRANSLATE_NOOP("Codebook", "Abuse or harassment of a child or teenager, told then or remembered later."),
    QT_TRANSLATE_NOOP("Codebook", "Family, partner & date"),
    QT_TRANSLATE_NOOP("Codebook",
                      "The person responsible is a relative, partner, ex, date or family friend; includes domestic "
                      "and marital abuse."),
    QT_TRANSLATE_NOOP("Codebook", "Workplace harassment"),
    QT_TRANSLATE_NOOP("Codebook",
                      "Harassment or sexism at work: by a boss, colleague, client or customer, or in hiring."),
    QT_TRANSLATE_NOOP("Codebook", "School & university"),
    QT_TRANSLATE_NOOP(
        "Codebook",
        "Harassment at school, college or university: by teachers, professors, students or fraternities."),
    QT_TRANSLATE_NOOP("Codebook", "Street, transport & public space"),
    QT_TRANSLATE_NOOP(
        "Codebook",
        "Harassment in public: street, bus, train, metro, taxi, station, market, park, bar, club or gym."),
    QT_TRANSLATE_NOOP("Codebook", "Abuse of power & sexual coercion"),
    QT_TRANSLATE_NOOP(
        "Codebook",
        "Pressure by someone with power: quid pro quo, threats or promises about job, grade, role or home."),
    QT_TRANSLATE_NOOP("Codebook", "Fear, silence & retaliation"),
    QT_TRANSLATE_NOOP(
        "Codebook",
        "Why people kept quiet: fear, shame, self-blame, threats, protecting others, or punishment for speaking."),
    QT_TRANSLATE_NOOP("Codebook", "Disbelief & victim-blaming"),
    QT_TRANSLATE_NOOP(
        "Codebook",
        "Not being believed, or being blamed: clothes, drink, behaviour, \"asking for it\", \"why did you wait\"."),
    QT_TRANSLATE_NOOP("Codebook", "Dismissal, normalising & backlash"),
    QT_TRANSLATE_NOOP("Codebook",
                      "Playing it down or hitting back: \"boys will be boys\", \"just a joke\", \"locker room "
                      "talk\", \"witch hunt\", \"false accusations\"."),
    QT_TRANSLATE_NOOP("Codebook", "Impact & healing"),
    QT_TRANSLATE_NOOP("Codebook",
                      "What it did and what helps: trauma, PTSD, fear, depression, therapy, recovery, surviving."),
    QT_TRANSLATE_NOOP("Codebook", "Public figures & news"),
    QT_TRANSLATE_NOOP("Codebook",
                      "Posts about known people, companies and news events rather than a private story."),
};
// NOLINTEND(bugprone-suspicious-missing-comma)

} // namespace

QString inReadersLanguage(const QString &words)
{
    static const QHash<QString, const char *> known = [] {
        QHash<QString, const char *> texts;
        for (const char *text : shipped)
            texts.insert(QString::fromUtf8(text), text);
        return texts;
    }();
    const char *text = known.value(words, nullptr);
    return text ? QCoreApplication::translate("Codebook", text) : words;
}

} // namespace tidemark
