#include "support/ReadAll.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tidemark::test {

namespace {

template<typename Kind>
QVector<Kind> allOf(const QVector<Record> &records)
{
    QVector<Kind> found;
    for (const Record &record : records) {
        if (const auto *one = std::get_if<Kind>(&record.content))
            found << *one;
    }
    return found;
}

} // namespace

QVector<Story> Everything::stories() const
{
    return allOf<Story>(records);
}

QVector<Repost> Everything::reposts() const
{
    return allOf<Repost>(records);
}

QString Everything::counts() const
{
    std::array<int, 5> counts{};
    for (const Record &record : records)
        ++counts.at(record.content.index());
    return u"%1 %2 %3 %4 %5"_s.arg(counts[0]).arg(counts[1]).arg(counts[2]).arg(counts[3]).arg(counts[4]);
}

Everything readAll(Result<std::unique_ptr<Reader>> reader)
{
    Everything all;
    if (!reader) {
        all.error = reader.error().message;
        return all;
    }
    while (true) {
        auto record = (*reader)->next();
        if (!record)
            all.error = record.error().message;
        if (!record || !*record)
            break;
        all.records << std::move(**record);
    }
    all.notes = (*reader)->notes();
    return all;
}

} // namespace tidemark::test
