using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingest.Schema;

/// <summary>Reads the product's own JSON data files, strictly: an unknown member is a misspelt one.</summary>
internal static class DataFiles
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Where the data files of this assembly are copied to.</summary>
    public static string Root => Path.Combine(AppContext.BaseDirectory, "data", "ingest");

    /// <summary>The JSON files of a folder in ordinal order of their names, so that loading never depends on the file system.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal);

    public static T Read<T>(string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<T>(stream, Json) ?? throw DataFileException.In(file, "empty");
        }
        catch (JsonException fault)
        {
            throw new DataFileException($"{Path.GetFileName(file)}: {fault.Message}", fault);
        }
    }
}
