using System.Security.Cryptography;
using System.Text;
using Host.Outcomes;
using Ingest.Pseudonymise;

namespace Host.Storage;

/// <summary>
/// Files of the private folder, each encrypted with AES-256-GCM under the key ring's key for private files. The name of the file is bound into the
/// encryption, so that one file cannot be passed off as another.
/// </summary>
/// <remarks>Layout: <c>RPV1</c>, length of the key id (1 byte), key id (ASCII), nonce (12), tag (16), ciphertext.</remarks>
internal sealed class PrivateVault(string folder, KeyRing keys)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private static ReadOnlySpan<byte> Magic => "RPV1"u8;

    public void Write(string name, ReadOnlySpan<byte> content) => AtomicFile.Write(PathOf(name), Seal(name, content));

    public Outcome<byte[]> Read(string name)
    {
        byte[] file;
        try
        {
            file = File.ReadAllBytes(PathOf(name));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Failure(ExitCode.DependencyUnavailable, "PrivateFileMissing");
        }

        return Open(name, file);
    }

    /// <summary>The encrypted bytes, for a file that lies elsewhere.</summary>
    public byte[] Seal(string name, ReadOnlySpan<byte> content)
    {
        var id = Encoding.ASCII.GetBytes(keys.IdFor(KeyPurpose.PrivateFile));
        var file = new byte[Magic.Length + 1 + id.Length + NonceBytes + TagBytes + content.Length];
        Magic.CopyTo(file);
        file[Magic.Length] = (byte)id.Length;
        id.CopyTo(file, Magic.Length + 1);
        var rest = file.AsSpan(Magic.Length + 1 + id.Length);
        RandomNumberGenerator.Fill(rest[..NonceBytes]);
        using var cipher = new AesGcm(keys.Current(KeyPurpose.PrivateFile), TagBytes);
        cipher.Encrypt(rest[..NonceBytes], content, rest[(NonceBytes + TagBytes)..], rest.Slice(NonceBytes, TagBytes), Bound(name));
        return file;
    }

    public Outcome<byte[]> Open(string name, ReadOnlySpan<byte> file)
    {
        var head = Magic.Length + 1;
        if (file.Length < head || !file[..Magic.Length].SequenceEqual(Magic) || file.Length < head + file[Magic.Length] + NonceBytes + TagBytes)
        {
            return new Failure(ExitCode.DependencyUnavailable, "PrivateFileDamaged");
        }

        var id = Encoding.ASCII.GetString(file.Slice(head, file[Magic.Length]));
        if (keys.Derive(id, KeyPurpose.PrivateFile) is not { } key)
        {
            return new Failure(ExitCode.DependencyUnavailable, "KeyUnknown", id);
        }

        var rest = file[(head + file[Magic.Length])..];
        var content = new byte[rest.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            cipher.Decrypt(rest[..NonceBytes], rest[(NonceBytes + TagBytes)..], rest.Slice(NonceBytes, TagBytes), content, Bound(name));
        }
        catch (CryptographicException)
        {
            return new Failure(ExitCode.DependencyUnavailable, "PrivateFileDamaged");
        }

        return content;
    }

    private static byte[] Bound(string name) => Encoding.UTF8.GetBytes(name);

    private string PathOf(string name) => Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
}
