// What no program could beat on this machine, in seconds, as one JSON object:
//   limits bandwidth BYTES   one pass over so many bytes, by one thread and by two (nine times each)
//   limits parse FILE        simdjson takes every line of a file apart, and nothing more
#include <simdjson.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

constexpr int repeats = 9;
constexpr std::size_t blockSize = 32U << 20;

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double passBy(std::span<const std::uint64_t> words, std::size_t threads)
{
    std::vector<std::uint64_t> sums(threads);
    std::vector<std::thread> running;
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < threads; ++i) {
        const auto part = words.subspan(words.size() / threads * i, words.size() / threads);
        running.emplace_back(
            [&sum = sums[i], part] { sum = std::accumulate(part.begin(), part.end(), std::uint64_t(0)); });
    }
    for (std::thread &thread : running)
        thread.join();
    const double seconds = secondsSince(start);
    if (std::accumulate(sums.begin(), sums.end(), std::uint64_t(0)) == 0)
        std::cerr << "limits: nothing was summed\n";
    return seconds;
}

void measureBandwidth(std::size_t bytes)
{
    const std::vector<std::uint64_t> words(bytes / sizeof(std::uint64_t) + 2, 1);
    std::cout << "{";
    for (const std::size_t threads : {std::size_t(1), std::size_t(2)}) {
        std::cout << (threads == 1 ? "\"one\":[" : ",\"two\":[");
        for (int i = 0; i < repeats; ++i)
            std::cout << (i == 0 ? "" : ",") << passBy(words, threads);
        std::cout << "]";
    }
    std::cout << "}\n";
}

std::size_t textBytes(simdjson::dom::parser &parser, const std::string &block, std::size_t length)
{
    std::size_t bytes = 0;
    simdjson::dom::document_stream lines;
    if (parser.parse_many(block.data(), length, 1U << 20).get(lines) != simdjson::SUCCESS)
        return 0;
    for (auto line : lines) {
        std::string_view text;
        if (line["text"].get_string().get(text) == simdjson::SUCCESS)
            bytes += text.size();
    }
    return bytes;
}

bool measureParse(const char *path)
{
    std::ifstream file(path, std::ios::binary);
    simdjson::dom::parser parser;
    std::string block;
    std::size_t kept = 0;
    std::size_t bytes = 0;
    const auto start = std::chrono::steady_clock::now();
    while (file) {
        block.resize(kept + blockSize + simdjson::SIMDJSON_PADDING);
        file.read(block.data() + kept, blockSize);
        const std::size_t filled = kept + static_cast<std::size_t>(file.gcount());
        const std::size_t whole = std::string_view(block.data(), filled).rfind('\n') + 1;
        bytes += textBytes(parser, block, whole);
        block.erase(0, whole);
        kept = filled - whole;
    }
    std::cout << "{\"seconds\":" << secondsSince(start) << ",\"text_bytes\":" << bytes << "}\n";
    return bytes > 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    if (arguments.size() == 2 && arguments[0] == "bandwidth")
        measureBandwidth(std::strtoull(argv[2], nullptr, 10));
    else if (arguments.size() != 2 || arguments[0] != "parse" || !measureParse(argv[2]))
        return 2;
    return 0;
}
