#include "theme/ThemeModel.h"

#include "theme/RidgeLogistic.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace tidemark {

namespace {

constexpr quint32 magic = 0x54694d4c; // "TiML"
constexpr quint32 formatVersion = 3;  ///< 1 had pieces of characters across words, 2 did not know how it was tried
constexpr quint32 oldestReadVersion = 2;
constexpr quint32 withFigures = 3;
constexpr qint64 mostStories = 1'000'000'000'000;

void write(QDataStream &stream, const std::optional<Confusion> &tried)
{
    const Confusion counts = tried.value_or(Confusion());
    stream << tried.has_value() << counts.hits << counts.falseAlarms << counts.misses << counts.rightlyNot;
}

std::optional<Confusion> readTried(QDataStream &stream)
{
    bool isThere = false;
    Confusion counts;
    stream >> isThere >> counts.hits >> counts.falseAlarms >> counts.misses >> counts.rightlyNot;
    return isThere ? std::optional(counts) : std::nullopt;
}

bool isPlausible(const std::optional<Confusion> &tried)
{
    const Confusion counts = tried.value_or(Confusion());
    return std::ranges::all_of(std::array{counts.hits, counts.falseAlarms, counts.misses, counts.rightlyNot},
                               [](qint64 count) { return count >= 0 && count <= mostStories; });
}

} // namespace

ThemeModel::ThemeModel(FeatureSpace space, QVector<Part> parts, const std::vector<LinearWeights> &planes,
                       bool readsRules)
    : m_space(std::move(space)), m_parts(std::move(parts)), m_readsRules(readsRules)
{
    m_weights.resize(place(m_space.size(), 0));
    for (qsizetype part = 0; part < m_parts.size(); ++part) {
        const LinearWeights &plane = planes[static_cast<size_t>(part)];
        m_biases.push_back(static_cast<float>(plane.bias));
        for (int feature = 0; feature < m_space.size(); ++feature) {
            const size_t number = static_cast<size_t>(feature);
            if (!plane.ofValue.empty())
                m_weights[place(feature, part)] = static_cast<float>(plane.ofValue[number]);
            if (!plane.ofPresence.empty())
                m_weights[place(feature, part) + 1] = static_cast<float>(plane.ofPresence[number]);
        }
    }
}

qsizetype ThemeModel::indexOf(Label label) const
{
    for (qsizetype part = 0; part < m_parts.size(); ++part) {
        if (m_parts.at(part).label == label)
            return part;
    }
    return -1;
}

std::vector<double> ThemeModel::probabilities(const Tokens &tokens, const HitFinder &finder) const
{
    const RuleHits hits = m_readsRules ? finder.find(tokens) : RuleHits();
    std::vector<double> sums(m_biases.begin(), m_biases.end());
    for (const Feature &feature : m_space.features(tokens, m_readsRules ? &hits : nullptr)) {
        const float *weight = m_weights.data() + place(feature.number, 0);
        for (double &sum : sums) {
            sum += double{weight[0] * feature.value + weight[1]};
            weight += 2;
        }
    }
    std::transform(sums.begin(), sums.end(), sums.begin(), logistic);
    return sums;
}

ThemeModel::Explanation ThemeModel::explain(qsizetype part, const Tokens &tokens, const HitFinder &finder) const
{
    const std::vector<TextPiece> pieces = textPieces(tokens);
    std::unordered_map<int, int> times;
    for (const TextPiece &piece : pieces)
        ++times[m_space.number(piece.bucket)];
    const RuleHits hits = m_readsRules ? finder.find(tokens) : RuleHits();
    std::unordered_map<int, double> spoke;
    for (const Feature &feature : m_space.features(pieces, m_readsRules ? &hits : nullptr)) {
        const float *weight = m_weights.data() + place(feature.number, part);
        spoke[feature.number] = double{weight[0] * feature.value + weight[1]};
    }

    Explanation explanation;
    explanation.bias = double{m_biases[static_cast<size_t>(part)]};
    explanation.cut = m_parts.at(part).cut;
    explanation.words.resize(static_cast<size_t>(tokens.size()));
    for (const TextPiece &piece : pieces) {
        const int number = m_space.number(piece.bucket);
        if (number < 0)
            continue;
        const double each = spoke[number] / times[number] / static_cast<double>(piece.words.count);
        for (qsizetype word = piece.words.first; word < piece.words.first + piece.words.count; ++word)
            explanation.words[static_cast<size_t>(word)] += each;
    }
    if (m_readsRules) {
        (hits.themes | hits.byVariant).forEach([&](int theme) {
            explanation.hits.append(
                {{Label::Kind::Theme, theme}, spoke[m_space.themeHit(theme)] + spoke[m_space.variantHit(theme)]});
        });
        explanation.hits.append(
            {{Label::Kind::Voice, static_cast<int>(hits.voice)}, spoke[m_space.voiceHit(hits.voice)]});
    }
    return explanation;
}

QByteArray ThemeModel::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    stream << magic << formatVersion << m_readsRules << static_cast<quint32>(m_parts.size());
    for (qsizetype part = 0; part < m_parts.size(); ++part) {
        stream << static_cast<quint8>(m_parts.at(part).label.kind) << m_parts.at(part).label.number
               << static_cast<float>(m_parts.at(part).cut) << m_biases[static_cast<size_t>(part)];
        write(stream, m_parts.at(part).tried);
    }
    stream << m_space;
    for (const float weight : m_weights)
        stream << weight;
    return bytes;
}

Result<ThemeModel> ThemeModel::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    quint32 sign = 0;
    quint32 version = 0;
    quint32 parts = 0;
    ThemeModel model;
    stream >> sign >> version >> model.m_readsRules >> parts;
    bool isWell = sign == magic && version >= oldestReadVersion && version <= formatVersion
        && parts <= 2 * ThemeSet::capacity;
    for (quint32 i = 0; isWell && i < parts; ++i) {
        quint8 kind = 0;
        float cut = 0;
        float bias = 0;
        Part part;
        stream >> kind >> part.label.number >> cut >> bias;
        if (version >= withFigures)
            part.tried = readTried(stream);
        part.label.kind = static_cast<Label::Kind>(kind);
        part.cut = double{cut};
        isWell = isPlausible(part.tried) && kind <= 1 && part.label.number >= 0
            && part.label.number < ThemeSet::capacity;
        model.m_parts.append(part);
        model.m_biases.push_back(bias);
    }
    if (isWell) {
        stream >> model.m_space;
        const size_t weights = stream.status() == QDataStream::Ok ? model.place(model.m_space.size(), 0) : 0;
        isWell = weights <= static_cast<size_t>(bytes.size()) / sizeof(float);
        if (isWell)
            model.m_weights.resize(weights);
        for (float &weight : model.m_weights)
            stream >> weight;
    }
    if (!isWell || stream.status() != QDataStream::Ok) {
        return Error{Error::Kind::Damaged,
                     QCoreApplication::translate(
                         "Learning",
                         "What was learned can't be read: it is damaged or of another Tidemark. Train "
                         "the themes again.")};
    }
    return model;
}

} // namespace tidemark
