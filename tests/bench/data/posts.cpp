// Writes invented posts: posts COUNT SEED FILE.jsonl FILE.csv
//
// JSON Lines as `tidemark import` reads them, in which one record of a hundred is repeated, and the same posts once
// each as CSV for the peers. The same count and seed give the same bytes.
#include "data/Post.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <span>

using namespace tidemark::bench;

namespace {

constexpr std::uint32_t oneRepeatedIn = 100;

bool write(std::uint64_t count, std::uint64_t seed, std::ostream &json, std::ostream &csv)
{
    PostMaker maker(seed, count);
    Chance chance(~seed);
    std::array<std::string, 64> recent;
    json << R"({"format":"tidemark-stories","version":1,"invented":true})" << '\n';
    for (std::uint64_t number = 0; number < count; ++number) {
        const Post post = maker.make(number);
        std::string &line = recent[number % recent.size()];
        line = jsonLine(post);
        json << line;
        csv << csvLine(post);
        if (number >= recent.size() && chance.oneIn(oneRepeatedIn))
            json << recent[chance.below(static_cast<std::uint32_t>(recent.size()))];
    }
    json.flush();
    csv.flush();
    return json.good() && csv.good();
}

} // namespace

int main(int argc, char **argv)
{
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() != 5) {
        std::cerr << "posts: usage: posts COUNT SEED FILE.jsonl FILE.csv\n";
        return 2;
    }
    std::ofstream json(arguments[3], std::ios::binary);
    std::ofstream csv(arguments[4], std::ios::binary);
    if (!write(std::strtoull(arguments[1], nullptr, 10), std::strtoull(arguments[2], nullptr, 10), json, csv)) {
        std::cerr << "posts: " << arguments[3] << " or " << arguments[4] << " can't be written\n";
        return 1;
    }
    return 0;
}
