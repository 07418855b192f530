using Ingest.Schema;

namespace Ingest.Templates;

/// <summary>An empty file of a partner's shape: what its columns are and what may stand in them. Identifiers and free text have no column in it.</summary>
/// <param name="Id">Of the shape.</param>
/// <param name="Version">Of the shape.</param>
/// <param name="Label">Its name.</param>
/// <param name="Columns">In their order.</param>
public sealed record Template(string Id, int Version, Label Label, IReadOnlyList<TemplateColumn> Columns);
