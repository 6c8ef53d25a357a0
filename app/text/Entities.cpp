#include "text/Entities.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype longestEntity = 12;

/// The named entities that posts hold in practice; the rest of HTML's two thousand stay as written.
const QHash<QString, char32_t> &namedEntities()
{
    static const QHash<QString, char32_t> entities{
        {u"amp"_s, U'&'},         {u"lt"_s, U'<'},          {u"gt"_s, U'>'},          {u"quot"_s, U'"'},
        {u"apos"_s, U'\''},       {u"nbsp"_s, U'\u00a0'},   {u"hellip"_s, U'\u2026'}, {u"mdash"_s, U'\u2014'},
        {u"ndash"_s, U'\u2013'},  {u"lsquo"_s, U'\u2018'},  {u"rsquo"_s, U'\u2019'},  {u"ldquo"_s, U'\u201c'},
        {u"rdquo"_s, U'\u201d'},  {u"laquo"_s, U'\u00ab'},  {u"raquo"_s, U'\u00bb'},  {u"bull"_s, U'\u2022'},
        {u"middot"_s, U'\u00b7'}, {u"shy"_s, U'\u00ad'},    {u"zwj"_s, U'\u200d'},    {u"zwnj"_s, U'\u200c'},
        {u"copy"_s, U'\u00a9'},   {u"reg"_s, U'\u00ae'},    {u"trade"_s, U'\u2122'},  {u"euro"_s, U'\u20ac'},
        {u"pound"_s, U'\u00a3'},  {u"iexcl"_s, U'\u00a1'},  {u"iquest"_s, U'\u00bf'}, {u"szlig"_s, U'\u00df'},
        {u"agrave"_s, U'\u00e0'}, {u"aacute"_s, U'\u00e1'}, {u"acirc"_s, U'\u00e2'},  {u"atilde"_s, U'\u00e3'},
        {u"auml"_s, U'\u00e4'},   {u"aring"_s, U'\u00e5'},  {u"aelig"_s, U'\u00e6'},  {u"ccedil"_s, U'\u00e7'},
        {u"egrave"_s, U'\u00e8'}, {u"eacute"_s, U'\u00e9'}, {u"ecirc"_s, U'\u00ea'},  {u"euml"_s, U'\u00eb'},
        {u"igrave"_s, U'\u00ec'}, {u"iacute"_s, U'\u00ed'}, {u"icirc"_s, U'\u00ee'},  {u"iuml"_s, U'\u00ef'},
        {u"ntilde"_s, U'\u00f1'}, {u"ograve"_s, U'\u00f2'}, {u"oacute"_s, U'\u00f3'}, {u"ocirc"_s, U'\u00f4'},
        {u"otilde"_s, U'\u00f5'}, {u"ouml"_s, U'\u00f6'},   {u"oslash"_s, U'\u00f8'}, {u"ugrave"_s, U'\u00f9'},
        {u"uacute"_s, U'\u00fa'}, {u"ucirc"_s, U'\u00fb'},  {u"uuml"_s, U'\u00fc'},   {u"yuml"_s, U'\u00ff'},
        {u"Auml"_s, U'\u00c4'},   {u"Ouml"_s, U'\u00d6'},   {u"Uuml"_s, U'\u00dc'},   {u"Eacute"_s, U'\u00c9'},
        {u"Ntilde"_s, U'\u00d1'}, {u"Ccedil"_s, U'\u00c7'}, {u"Aacute"_s, U'\u00c1'}, {u"Oacute"_s, U'\u00d3'},
    };
    return entities;
}

char32_t numericEntity(QStringView digits)
{
    bool valid = false;
    const bool hexadecimal = digits.startsWith(u'x', Qt::CaseInsensitive);
    const QStringView number = hexadecimal ? digits.mid(1) : digits;
    const bool plain = !number.isEmpty() && std::all_of(number.begin(), number.end(), [](QChar c) {
        return c.unicode() < 128 && c.isLetterOrNumber();
    });
    const uint code = plain ? number.toUInt(&valid, hexadecimal ? 16 : 10) : 0;
    return valid && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code) ? code : 0;
}

} // namespace

Entity entityAt(QStringView text, qsizetype ampersand)
{
    const QStringView rest = text.mid(ampersand + 1, longestEntity);
    const qsizetype end = rest.indexOf(u';');
    if (end < 2)
        return {};
    const QStringView name = rest.first(end);
    const char32_t character
        = name.front() == u'#' ? numericEntity(name.mid(1)) : namedEntities().value(name.toString());
    return character == 0 ? Entity() : Entity{character, end + 2};
}

DecodedText::DecodedText(QStringView stored) : m_stored(stored)
{
    qsizetype copied = 0;
    for (qsizetype at = stored.indexOf(u'&'); at >= 0; at = stored.indexOf(u'&', at)) {
        const auto [character, length] = entityAt(stored, at);
        if (length == 0) {
            ++at;
            continue;
        }
        for (; copied < at; ++copied) {
            m_decoded.append(stored.at(copied));
            m_places.append(copied);
        }
        const auto units = QChar::fromUcs4(character);
        for (const char16_t unit : units) {
            m_decoded.append(QChar(unit));
            m_places.append(at);
        }
        at += length;
        copied = at;
    }
    if (m_places.isEmpty())
        return;
    for (; copied < stored.size(); ++copied) {
        m_decoded.append(stored.at(copied));
        m_places.append(copied);
    }
    m_places.append(stored.size());
}

} // namespace tidemark
