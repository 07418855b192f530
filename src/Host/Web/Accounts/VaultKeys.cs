using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Host.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Host.Web.Accounts;

/// <summary>The keys by which cookies and forms are encrypted, each a file of the private folder's vault: sessions outlive a start, and no key lies in clear.</summary>
internal sealed class VaultKeys(PrivateVault vault, string privateFolder) : IXmlRepository
{
    private const string Folder = "web-keys";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var folder = Path.Combine(privateFolder, Folder);
        return !Directory.Exists(folder) ? [] :
        [
            .. Directory.EnumerateFiles(folder, "*.key").Order(StringComparer.Ordinal).Select(f => vault.Read($"{Folder}/{Path.GetFileName(f)}")
                .Succeeded(out var bytes, out var failure) ? XElement.Parse(Encoding.UTF8.GetString(bytes)) : throw new InvalidOperationException($"A key of the web server cannot be read: {failure.Code}.")),
        ];
    }

    // The name that is proposed holds the id of a key; a number of our own keeps strangers' text out of file names.
    public void StoreElement(XElement element, string friendlyName) =>
        vault.Write($"{Folder}/{RandomNumberGenerator.GetHexString(32, lowercase: true)}.key", Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)));
}
