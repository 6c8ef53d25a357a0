#pragma once

#include "story/TimeSpan.h"

#include <QByteArrayView>

#include <array>

namespace tidemark {

/// A time in UTC as text, without memory of its own being asked for; QDateTime's formats cost more than all the
/// rest of a story's row.
class UtcText
{
public:
    enum class Form {
        Iso,             ///< 2017-10-15T12:23:35Z, with three more digits where there are milliseconds
        IsoMilliseconds, ///< 2017-10-15T12:23:35.000Z
        Twitter,         ///< Sun Oct 15 12:23:35 +0000 2017, without milliseconds
    };

    explicit UtcText(Instant instant, Form form = Form::Iso);

    operator QByteArrayView() const { return {m_text.data(), m_size}; }

private:
    void write(size_t place, size_t digits, qint64 number);

    std::array<char, 30> m_text{};
    qsizetype m_size = 0;
};

} // namespace tidemark
