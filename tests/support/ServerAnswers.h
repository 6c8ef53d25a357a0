#pragma once

#include "fetch/PageSource.h"
#include "source/Formats.h"
#include "support/ReadAll.h"

#include <QUrlQuery>
#include <QtGlobal>

#include <optional>
#include <variant>

namespace tidemark::test {

/// JSON with single quotes, which are easier to read here.
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

inline HttpAnswer answer(int status, const QByteArray &body, const QByteArray &link = {})
{
    HttpAnswer answer;
    answer.status = status;
    answer.address = QUrl(QStringLiteral("https://server.example/"));
    answer.headers = {{"link", link}};
    answer.body = body;
    return answer;
}

inline Subscription subscription(Service service)
{
    Subscription subscription;
    subscription.service = service;
    subscription.address = QUrl(QStringLiteral("https://server.example"));
    return subscription;
}

inline QString parameter(const std::optional<HttpRequest> &request, const QString &name)
{
    return request ? QUrlQuery(request->address).queryItemValue(name, QUrl::FullyDecoded)
                   : QStringLiteral("no request");
}

inline FetchedPage page(const std::variant<FetchedPage, PageProblem> &taken)
{
    const auto *problem = std::get_if<PageProblem>(&taken);
    if (problem)
        qWarning("%s", qPrintable(problem->message));
    return problem ? FetchedPage{"problem", {}, {}} : std::get<FetchedPage>(taken);
}

/// What the readers find in a page.
inline Everything read(const FetchedPage &page)
{
    return readAll(
        formatOf(page.format)
            ->make(openBytes(page.bytes), QStringLiteral("page"), {.format = page.format, .isFetched = true}));
}

inline int stories(const FetchedPage &page)
{
    return int(read(page).stories().size());
}

} // namespace tidemark::test
