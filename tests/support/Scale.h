#pragma once

#include <QtGlobal>

namespace tidemark::test {

/// How many rounds a test does: the few of the ordinary suite, or the many of `./dev scale`, which sets
/// TIDEMARK_SCALE.
inline int rounds(int few, int many)
{
    return qEnvironmentVariableIsSet("TIDEMARK_SCALE") ? many : few;
}

/// What the random numbers of a test begin with: always the same, unless TIDEMARK_SEED says otherwise.
inline quint32 firstSeed()
{
    bool isNumber = false;
    const int seed = qEnvironmentVariableIntValue("TIDEMARK_SEED", &isNumber);
    return isNumber ? static_cast<quint32>(seed) : 20171015;
}

} // namespace tidemark::test
