namespace Ingest.Schema;

/// <summary>
/// A data file of the product (code list, profile, links, rules) breaks its schema. A fault of the installation, never of a partner's
/// file, so it is an exception; the message names the file and the entry and holds no case data.
/// </summary>
public sealed class DataFileException : Exception
{
    public DataFileException()
    {
    }

    public DataFileException(string message)
        : base(message)
    {
    }

    public DataFileException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal static DataFileException In(string file, string what) => new($"{Path.GetFileName(file)}: {what}");
}
