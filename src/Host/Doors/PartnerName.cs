using System.Diagnostics.CodeAnalysis;
using Ingest.Intake;

namespace Host.Doors;

/// <summary>Reads a partner's id as somebody typed it, or named a folder by it.</summary>
internal static class PartnerName
{
    public static bool TryRead([NotNullWhen(true)] string? text, out PartnerId id)
    {
        try
        {
            id = new PartnerId(text ?? "");
            return true;
        }
        catch (ArgumentException)
        {
            id = default;
            return false;
        }
    }
}
