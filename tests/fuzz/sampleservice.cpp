// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sampleservice.h"

#include <models/evaluation/idlists.h>

#include <QFile>

namespace Gatescope::Fuzz {

namespace {

JsonDocumentPtr sampleDocument(const char *name)
{
    QFile file(QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/") + QLatin1String(name));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return JsonDocument::parse(isOpen ? file.readAll() : QByteArray()).value();
}

std::shared_ptr<const SandboxState> sampleState()
{
    SandboxOptions options;
    options.idLists = std::make_shared<const IdLists>(
        IdLists::fromJson(sampleDocument("sample-id-lists.json")->root()).value());
    return std::make_shared<const SandboxState>(
        Project::compile(sampleDocument("sample-project.json")).value(), options);
}

} // namespace

const SandboxService &sampleService()
{
    static const SandboxService service(sampleState(), sampleState());
    return service;
}

} // namespace Gatescope::Fuzz
