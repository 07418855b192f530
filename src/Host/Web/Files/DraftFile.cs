using Host.Quarters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticFiles;

namespace Host.Web.Files;

/// <summary>A stamped file of a draft for those who may see it before it is published.</summary>
internal static class DraftFile
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Pictures are shown in place; everything else is saved under a name that says that it is a draft.</summary>
    /// <param name="preview">The draft.</param>
    /// <param name="name">Path that an address asks for; only what the draft has is found.</param>
    public static IActionResult Send(DraftPreview preview, string name)
    {
        if (preview.Make(name) is not { } content)
        {
            return new NotFoundResult();
        }

        var type = Types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        var isPicture = name.EndsWith(".svg", StringComparison.Ordinal) || name.EndsWith(".png", StringComparison.Ordinal);
        return new FileContentResult(content, type) { FileDownloadName = isPicture ? "" : $"DRAFT-{preview.Release.Content.Header.Id}-{Path.GetFileName(name)}" };
    }
}
