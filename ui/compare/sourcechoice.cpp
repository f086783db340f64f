// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sourcechoice.h"

#include <ui/theme/theme.h>
#include <ui/widgets/plaintooltip.h>

#include <QSignalBlocker>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr int fileRow = -2; ///< item data of "Open a file"
constexpr int chosenRow = -3; ///< of a choice that no list has any more
constexpr int usualChoiceWidth = 288;
constexpr int leastChoiceWidth = 132;

Theme::Icon sourceIcon(CompareSource::Kind kind)
{
    switch (kind) {
    case CompareSource::Kind::Exchange:
    case CompareSource::Kind::Ask:
        return Theme::Icon::User;
    case CompareSource::Kind::Specs:
        return Theme::Icon::Specs;
    case CompareSource::Kind::File:
        break;
    }
    return Theme::Icon::OpenFile;
}

} // namespace

SourceChoice::SourceChoice(const QString &accessibleName, QWidget *parent)
    : QComboBox(parent)
{
    setAccessibleName(accessibleName);
    setPlaceholderText(tr("Choose"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QComboBox::activated, this, &SourceChoice::take);
    connect(&Theme::instance(), &Theme::changed, this, &SourceChoice::fill);
    fill();
}

void SourceChoice::setSources(const CompareSources &sources)
{
    m_sources = sources;
    fill();
}

void SourceChoice::choose(const CompareSource &source)
{
    m_chosen = source;
    const auto isIt = [&source](const CompareSource &known) { return known.isSamePlace(source); };
    if (source.kind == CompareSource::Kind::File && std::ranges::none_of(m_added, isIt)
        && std::ranges::none_of(m_sources, isIt))
        m_added << source;
    fill();
}

void SourceChoice::forget()
{
    m_chosen.reset();
    fill();
}

const CompareSource *SourceChoice::source() const
{
    return m_chosen ? &*m_chosen : nullptr;
}

void SourceChoice::fill()
{
    const QSignalBlocker quiet(this);
    clear();
    const auto add = [this](const CompareSource &source, int row) {
        const Theme &theme = Theme::instance();
        addItem(theme.icon(sourceIcon(source.kind)), source.text(), row);
        setItemData(count() - 1, source.fileName.isEmpty() ? source.text() : source.fileName,
            Qt::AccessibleDescriptionRole);
        if (m_chosen && source.isSamePlace(*m_chosen))
            setCurrentIndex(count() - 1);
    };
    setCurrentIndex(-1);
    int row = 0;
    for (const CompareSources *sources : {&m_sources, &m_added})
        for (const CompareSource &source : *sources)
            add(source, row++);
    if (m_chosen && currentIndex() < 0)
        add(*m_chosen, chosenRow);
    insertSeparator(count());
    addItem(Theme::instance().icon(Theme::Icon::OpenFile), tr("Open a file"), fileRow);
    if (!m_chosen)
        setCurrentIndex(-1);
    setToolTip(m_chosen ? plainToolTip(m_chosen->text()) : QString());
}

void SourceChoice::take(int index)
{
    const int row = itemData(index).toInt();
    if (row == fileRow) {
        fill(); // back to what was chosen before
        Q_EMIT fileWanted();
        return;
    }
    if (row != chosenRow)
        m_chosen = row < m_sources.size() ? m_sources.at(row) : m_added.value(row - m_sources.size());
    setToolTip(plainToolTip(m_chosen->text()));
    Q_EMIT chosen();
}

QSize SourceChoice::sizeHint() const
{
    return {Theme::instance().scaled(usualChoiceWidth), QComboBox::sizeHint().height()};
}

QSize SourceChoice::minimumSizeHint() const
{
    return {Theme::instance().scaled(leastChoiceWidth), QComboBox::minimumSizeHint().height()};
}

} // namespace Gatescope
