using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Types;
using Ingest.Cases;
using ArrowSchema = Apache.Arrow.Schema;

namespace Ingest.Storage;

/// <summary>The columns of a case file, in file order, and what its metadata says about them.</summary>
internal static class CaseFileSchema
{
    public const int Version = 1;
    public const string VersionKey = "schemaVersion";
    public const string UploadKey = "upload";
    public const string KeyIdKey = "keyId";
    public const string CaseKey = "caseKey";
    public const string MatchKey = "matchKey";
    public const string YearOnly = "yearOnly";
    public const string FirstAccepted = "firstAccepted";

    private const char CodeSeparator = ' ';

    public static readonly IReadOnlyList<CaseColumn> CodeColumns = Enum.GetValues<CaseColumn>();
    public static readonly IReadOnlyList<SetColumn> SetColumns = Enum.GetValues<SetColumn>();
    public static readonly IReadOnlyList<PeriodColumn> PeriodColumns = Enum.GetValues<PeriodColumn>();

    /// <summary>Every column, by name.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        [CaseKey, MatchKey, YearOnly, FirstAccepted, .. CodeColumns.Select(NameOf), .. SetColumns.Select(NameOf), .. PeriodColumns.Select(NameOf)];

    public static string NameOf(CaseColumn column) => "code." + column;

    public static string NameOf(SetColumn column) => "set." + column;

    public static string NameOf(PeriodColumn column) => "period." + column;

    public static ArrowSchema Create(string uploadId, string keyId, Codebook codebook)
    {
        var metadata = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [VersionKey] = Version.ToString(CultureInfo.InvariantCulture),
            [UploadKey] = uploadId,
            [KeyIdKey] = keyId,
        };
        foreach (CaseColumn column in CodeColumns)
        {
            metadata[NameOf(column)] = string.Join(CodeSeparator, codebook.Codes(column));
        }

        foreach (SetColumn column in SetColumns)
        {
            metadata[NameOf(column)] = string.Join(CodeSeparator, codebook.Codes(column));
        }

        var key = new FixedSizeBinaryType(CaseBatch.KeyBytes);
        List<Field> fields = [Required(CaseKey, key), Required(MatchKey, key), Required(YearOnly, UInt8Type.Default), Required(FirstAccepted, Int32Type.Default)];
        fields.AddRange(CodeColumns.Select(column => Required(NameOf(column), UInt8Type.Default)));
        fields.AddRange(SetColumns.Select(column => Required(NameOf(column), UInt64Type.Default)));
        fields.AddRange(PeriodColumns.Select(column => Required(NameOf(column), Int16Type.Default)));
        return new ArrowSchema(fields, metadata);
    }

    /// <summary>The codes a file was written with, in its own index order.</summary>
    public static string[] CodesOf(ArrowSchema schema, string name) =>
        schema.Metadata.TryGetValue(name, out string? codes)
            ? codes.Split(CodeSeparator, StringSplitOptions.RemoveEmptyEntries)
            : throw new StoreException(StoreFailureCode.FileDamaged);

    private static Field Required(string name, IArrowType type) => new(name, type, nullable: false);
}
