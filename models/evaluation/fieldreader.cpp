// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fieldreader.h"

namespace Gatescope {

namespace {

QString fieldText(std::string_view key)
{
    return QString::fromUtf8(key.data(), qsizetype(key.size()));
}

} // namespace

FieldReader::FieldReader(const JsonValue &object, PayloadTexts &texts)
    : m_object(object)
    , m_texts(texts)
{ }

JsonValue FieldReader::any(std::string_view key, Need need)
{
    const JsonValue value = m_object.member(key);
    if (!value.isValid() && need == Need::Required)
        setProblem(tr("%1 is missing").arg(fieldText(key)));
    return value;
}

JsonValue FieldReader::array(std::string_view key, Need need)
{
    const JsonValue value = any(key, need);
    return wanted(value, key, need, value.isArray(), QT_TR_NOOP("an array")) ? value : JsonValue();
}

std::string_view FieldReader::text(std::string_view key, Need need)
{
    const JsonValue value = any(key, need);
    return wanted(value, key, need, value.isString(), QT_TR_NOOP("a text")) ? m_texts.text(value)
                                                                            : std::string_view();
}

bool FieldReader::boolean(std::string_view key, Need need)
{
    const JsonValue value = any(key, need);
    return wanted(value, key, need, value.isBool(), QT_TR_NOOP("true or false")) && value.toBool();
}

double FieldReader::number(std::string_view key, Need need)
{
    const JsonValue value = any(key, need);
    return wanted(value, key, need, value.isNumber(), QT_TR_NOOP("a number")) ? value.toDouble() : 0;
}

std::vector<std::string> FieldReader::texts(std::string_view key, Need need)
{
    std::vector<std::string> result;
    const JsonValue value = array(key, need);
    result.reserve(value.size());
    for (quint32 i = 0; i < value.size(); ++i) {
        if (wanted(value.at(i), key, Need::Required, value.at(i).isString(), QT_TR_NOOP("a list of texts")))
            result.push_back(value.at(i).toUtf8());
    }
    return result;
}

bool FieldReader::has(std::string_view key) const
{
    const JsonValue value = m_object.member(key);
    return value.isValid() && !value.isNull();
}

void FieldReader::setProblem(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

bool FieldReader::wanted(const JsonValue &value, std::string_view key, Need need, bool fits, const char *type)
{
    const bool isAbsent = !value.isValid() || (need == Need::Optional && value.isNull());
    if (!isAbsent && !fits)
        setProblem(tr("%1 is not %2").arg(fieldText(key), tr(type)));
    return !isAbsent && fits;
}

} // namespace Gatescope
