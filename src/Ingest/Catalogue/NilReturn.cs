using Ingest.Intake;

namespace Ingest.Catalogue;

/// <summary>A partner's word that it had no case in a quarter.</summary>
/// <param name="Id">Number.</param>
/// <param name="Partner">Who says so.</param>
/// <param name="Quarter"><c>2025-Q3</c>.</param>
/// <param name="ReportedAt">When it was said.</param>
/// <param name="State">Replaced once records of the quarter came after all.</param>
public sealed record NilReturn(NilReturnId Id, PartnerId Partner, string Quarter, DateTimeOffset ReportedAt, UploadState State);
