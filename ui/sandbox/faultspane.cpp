// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "faultspane.h"

#include <ui/widgets/sentence.h>
#include <ui/widgets/textlabel.h>

#include <QComboBox>
#include <QGridLayout>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace Gatescope {

namespace {

using FaultKind = SandboxFault::Kind;

struct FaultChoice
{
    FaultKind kind;
    int status;
    const char *words;
};

constexpr FaultChoice faultChoices[] = {
    {FaultKind::None, 0, QT_TRANSLATE_NOOP("Gatescope::FaultsPane", "As it should")},
    {FaultKind::Status, 401, QT_TRANSLATE_NOOP("Gatescope::FaultsPane", "401, the key is refused")},
    {FaultKind::Status, 403, QT_TRANSLATE_NOOP("Gatescope::FaultsPane", "403, forbidden")},
    {FaultKind::Status, 404, QT_TRANSLATE_NOOP("Gatescope::FaultsPane", "404, not found")},
    {FaultKind::Status, 429, QT_TRANSLATE_NOOP("Gatescope::FaultsPane", "429, too many requests")},
    {FaultKind::Status, 500, QT_TRANSLATE_NOOP("Gatescope::FaultsPane", "500, server error")},
    {FaultKind::Status, 503, QT_TRANSLATE_NOOP("Gatescope::FaultsPane", "503, unavailable")},
    {FaultKind::Reset, 0, QT_TRANSLATE_NOOP("Gatescope::FaultsPane", "Connection reset")},
    {FaultKind::Truncated, 0, QT_TRANSLATE_NOOP("Gatescope::FaultsPane", "Cut off half-way")},
    {FaultKind::InvalidJson, 0, QT_TRANSLATE_NOOP("Gatescope::FaultsPane", "200, not JSON")},
    {FaultKind::Empty, 0, QT_TRANSLATE_NOOP("Gatescope::FaultsPane", "200, empty")},
    {FaultKind::StaleSpecs, 0,
        QT_TRANSLATE_NOOP("Gatescope::FaultsPane", "From the project as it was loaded")},
    {FaultKind::SlowDrip, 0, QT_TRANSLATE_NOOP("Gatescope::FaultsPane", "Dripping, 5 s an answer")},
};

constexpr int retryAfterStatuses[] = {429, 503};

bool takesRetryAfter(const SandboxFault &fault)
{
    return fault.kind == FaultKind::Status
        && std::ranges::find(retryAfterStatuses, fault.status) != std::end(retryAfterStatuses);
}

QSpinBox *spinBox(const QString &name, const QString &suffix, int maximum, int step)
{
    auto *number = new QSpinBox;
    number->setRange(0, maximum);
    number->setSingleStep(step);
    number->setSuffix(suffix);
    number->setSpecialValueText(FaultsPane::tr("none"));
    number->setKeyboardTracking(false);
    number->setAccessibleName(name);
    number->setMinimumWidth(Theme::instance().scaled(112));
    return number;
}

} // namespace

FaultsPane::FaultsPane(SandboxControl &sandbox, QWidget *parent)
    : QWidget(parent)
    , m_sandbox(sandbox)
{
    const Theme &theme = Theme::instance();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(theme.scaled(16), theme.scaled(16), theme.scaled(16), theme.scaled(16));
    column->setSpacing(theme.scaled(16));
    auto *intro = new Sentence;
    intro->setText(tr("See how an application bears a bad day."),
        tr("Choose what the sandbox does wrong, for one endpoint or for all of them. It holds at once, and "
           "until it is taken back or Gatescope closes."));
    column->addWidget(intro);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.scaled(16));
    grid->setVerticalSpacing(theme.scaled(8));
    const QString titles[] = {tr("Endpoint"), tr("Answer"), tr("Retry-After"), tr("Delay")};
    for (int i = 0; i < 4; ++i)
        grid->addWidget(new TextLabel(titles[i], Theme::Font::Label, Theme::Color::TextMuted), 0, i);
    addRow(grid, QString());
    for (const QString &endpoint : sandboxEndpoints())
        addRow(grid, endpoint);
    grid->setColumnStretch(4, 1);
    column->addLayout(grid);
    column->addStretch(1);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scroll);
    connect(&sandbox, &SandboxControl::changed, this, &FaultsPane::refresh);
    refresh();
}

void FaultsPane::addRow(QGridLayout *grid, const QString &endpoint)
{
    const QString name = endpoint.isEmpty() ? tr("all that have none of their own") : endpoint;
    Row row {endpoint, new QComboBox, spinBox(tr("Retry-After of %1").arg(name), tr(" s"), 86'400, 1),
        spinBox(tr("Delay of %1").arg(name), tr(" ms"), int(SandboxFault::longestDelay.count()), 100)};
    row.answer->setObjectName(QLatin1String("fault/") + endpoint);
    row.delay->setObjectName(QLatin1String("faultDelay/") + endpoint);
    row.retryAfter->setObjectName(QLatin1String("faultRetryAfter/") + endpoint);
    row.answer->setAccessibleName(tr("Answer of %1").arg(name));
    if (!endpoint.isEmpty())
        row.answer->addItem(tr("As for all endpoints"));
    for (const FaultChoice &choice : faultChoices)
        row.answer->addItem(tr(choice.words));
    const Theme::Font font = endpoint.isEmpty() ? Theme::Font::BodyStrong : Theme::Font::Mono;
    const int line = grid->rowCount();
    grid->addWidget(new TextLabel(endpoint.isEmpty() ? tr("All endpoints") : endpoint, font), line, 0);
    grid->addWidget(row.answer, line, 1);
    grid->addWidget(row.retryAfter, line, 2);
    grid->addWidget(row.delay, line, 3);
    m_rows.append(row);
    connect(row.answer, &QComboBox::activated, this, &FaultsPane::apply);
    connect(row.retryAfter, &QSpinBox::valueChanged, this, &FaultsPane::apply);
    connect(row.delay, &QSpinBox::valueChanged, this, &FaultsPane::apply);
}

/// None: the endpoint has no fault of its own.
std::optional<SandboxFault> FaultsPane::faultOf(const Row &row) const
{
    const int index = row.answer->currentIndex() - (row.endpoint.isEmpty() ? 0 : 1);
    if (index < 0)
        return std::nullopt;
    const FaultChoice &choice = faultChoices[index];
    SandboxFault fault;
    fault.kind = choice.kind;
    fault.status = choice.status;
    fault.delay = std::chrono::milliseconds(row.delay->value());
    if (takesRetryAfter(fault))
        fault.retryAfter = std::chrono::seconds(row.retryAfter->value());
    return fault;
}

void FaultsPane::apply()
{
    if (m_isRefreshing)
        return;
    SandboxFaults faults;
    for (const Row &row : std::as_const(m_rows)) {
        const std::optional<SandboxFault> fault = faultOf(row);
        // An endpoint that is as it should be is exempt from what holds for all.
        if (fault && !(row.endpoint.isEmpty() && fault->isNone()))
            faults.insert(row.endpoint, *fault);
    }
    if (!faults.contains(QString()))
        faults.removeIf([](const auto &entry) { return entry.value().isNone(); });
    m_sandbox.setFaults(faults);
}

void FaultsPane::refresh()
{
    const QScopedValueRollback guard(m_isRefreshing, true);
    const SandboxFaults &faults = m_sandbox.status().faults;
    for (const Row &row : std::as_const(m_rows)) {
        const SandboxFault fault = faults.value(row.endpoint);
        const auto *found = std::ranges::find_if(faultChoices, [&](const FaultChoice &choice) {
            return choice.kind == fault.kind && choice.status == fault.status;
        });
        const int index = found == std::end(faultChoices) ? 0 : int(found - faultChoices);
        const bool isOwn = row.endpoint.isEmpty() || faults.contains(row.endpoint);
        row.answer->setCurrentIndex(!isOwn ? 0 : index + (row.endpoint.isEmpty() ? 0 : 1));
        row.delay->setValue(int(fault.delay.count()));
        row.delay->setEnabled(isOwn);
        row.retryAfter->setValue(int(fault.retryAfter.count()));
        row.retryAfter->setVisible(takesRetryAfter(fault));
    }
}

} // namespace Gatescope
