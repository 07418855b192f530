using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingest.Schema;

/// <summary>A code list as its data file writes it.</summary>
internal sealed class CodeListFile
{
    public required int SchemaVersion { get; init; }

    public required string Variable { get; init; }

    public required string Vintage { get; init; }

    public required Label Label { get; init; }

    public required string? NotCollectedAs { get; init; }

    public required IReadOnlyList<LevelPart> Levels { get; init; }

    public required IReadOnlyList<CodePart> Codes { get; init; }

    public sealed class LevelPart
    {
        public required string Id { get; init; }

        public required string Tr { get; init; }

        public required string En { get; init; }

        public required IReadOnlyList<NodePart> Nodes { get; init; }
    }

    public sealed class NodePart
    {
        public required string Code { get; init; }

        public required string Tr { get; init; }

        public required string En { get; init; }
    }

    public sealed class CodePart
    {
        public required string Code { get; init; }

        public required string Tr { get; init; }

        public required string En { get; init; }

        public IReadOnlyList<string> Parents { get; init; } = [];

        public IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases { get; init; } =
            new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
    }
}
