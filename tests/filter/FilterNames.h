#pragma once

#include "filter/FilterText.h"

/// Invented names for the filter's tests, some of them awkward.
inline tidemark::KnownNames filterTestNames(const QByteArray &zone = "UTC")
{
    using namespace Qt::StringLiterals;
    return {.themes = {{u"workplace"_s, u"Workplace harassment"_s},
                       {u"groping"_s, u"Groping"_s},
                       {u"public_figures"_s, u"Public figures"_s}},
            .sources = {u"tweets.jsonl"_s, u"my file (1), \"old\".csv"_s, u"a:b=c"_s, u"\u05e9\u05dc\u05d5\u05dd"_s,
                        u"\u201ccurly\u201d"_s, u"-dash"_s, u"emoji \U0001F600"_s, u"tab\there"_s},
            .attributes = {u"sector"_s, u"region"_s, u"odd name=\"x\", (y)"_s},
            .zone = QTimeZone(zone)};
}
