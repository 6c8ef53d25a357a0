#pragma once

#include <QtGlobal>

namespace tidemark {

/// Follows the brackets and quotation marks of one JSON value, byte by byte, to its end.
class JsonFollower
{
public:
    enum class Step {
        Inside,
        End,    ///< the value ends with this byte
        Behind, ///< it ended before this byte
    };
    Step take(char c)
    {
        const bool isFirst = !m_hasBegun;
        m_hasBegun = true;
        if (m_inText)
            return takeText(c);
        if (c == '"') {
            m_inText = true;
        } else if (c == '{' || c == '[') {
            m_isNested = m_isNested || isFirst;
            ++m_depth;
        } else if (c == '}' || c == ']') {
            if (m_depth == 0)
                return isFirst ? Step::End : Step::Behind;
            if (--m_depth == 0)
                return Step::End;
        } else if (!m_isNested && m_depth == 0 && (c == ',' || c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
            return Step::Behind;
        }
        return Step::Inside;
    }

    /// Whether the end of the file can be that of the value: of a number or a word.
    [[nodiscard]] bool mayEndAnywhere() const { return m_depth == 0 && !m_isNested && !m_inText; }

private:
    Step takeText(char c)
    {
        if (!m_isEscaped && c == '"') {
            m_inText = false;
            return m_depth == 0 ? Step::End : Step::Inside;
        }
        m_isEscaped = !m_isEscaped && c == '\\';
        return Step::Inside;
    }

    qsizetype m_depth = 0;
    bool m_hasBegun = false;
    bool m_isNested = false;
    bool m_inText = false;
    bool m_isEscaped = false;
};

} // namespace tidemark
