namespace Ingest.Catalogue;

/// <summary>A partner's own word for a code.</summary>
/// <param name="Number">Given by the catalogue.</param>
/// <param name="Variable">Whose code it is.</param>
/// <param name="Word">As the partner writes it.</param>
/// <param name="Code">What it means.</param>
/// <param name="Author">Who said so.</param>
/// <param name="MadeAt">When.</param>
public sealed record PartnerWord(long Number, string Variable, string Word, string Code, string Author, DateTimeOffset MadeAt);
