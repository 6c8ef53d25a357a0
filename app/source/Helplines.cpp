#include "source/Helplines.h"

#include "source/CsvTable.h"

#include <QFileInfo>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool isVerified(const Helpline &line)
{
    const bool reaches = !line.phone.isEmpty() || line.link.startsWith("https://"_L1);
    return line.country.size() == 2 && !line.name.isEmpty() && reaches && !line.verifiedBy.isEmpty()
        && line.verifiedOn.isValid() && !line.source.isEmpty();
}

} // namespace

Result<QVector<Helpline>> readHelplines(const QString &path)
{
    auto bytes = openFile(path);
    if (!bytes)
        return bytes.error();
    const auto table = CsvTable::open(std::move(bytes).value(), QFileInfo(path).fileName());
    if (!table)
        return table.error();
    const QStringList header = table.value()->header();
    QVector<Helpline> lines;
    for (;;) {
        const auto row = table.value()->next();
        if (!row)
            return row.error();
        if (!row.value())
            break;
        const auto cell = [&](const QString &column) {
            const qsizetype at = header.indexOf(column);
            return at < 0 ? QString() : (*row)->cells.value(at).simplified();
        };
        const Helpline line{cell(u"country"_s).toUpper(),
                            cell(u"name"_s),
                            cell(u"phone"_s),
                            cell(u"link"_s),
                            cell(u"languages"_s),
                            cell(u"hours"_s),
                            cell(u"verified_by"_s),
                            QDate::fromString(cell(u"verified_on"_s), Qt::ISODate),
                            cell(u"source"_s)};
        if (isVerified(line))
            lines.append(line);
    }
    std::ranges::sort(lines, {}, [](const Helpline &line) { return std::tie(line.country, line.name); });
    return lines;
}

} // namespace tidemark
