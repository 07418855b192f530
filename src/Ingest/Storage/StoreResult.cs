using System.Diagnostics.CodeAnalysis;

namespace Ingest.Storage;

/// <summary>Either a value or the code of why there is none.</summary>
public readonly struct StoreResult<T>
    where T : notnull
{
    private readonly T? value;
    private readonly StoreFailureCode failure;

    private StoreResult(T? value, StoreFailureCode failure, bool succeeded)
    {
        this.value = value;
        this.failure = failure;
        Succeeded = succeeded;
    }

    public bool Succeeded { get; }

    /// <exception cref="InvalidOperationException">There is no value; the message is the failure code.</exception>
    public T Value => Succeeded ? value! : throw new InvalidOperationException(failure.ToString());

    /// <summary>Null where there is a value.</summary>
    public StoreFailureCode? Failure => Succeeded ? null : failure;

    public static implicit operator StoreResult<T>(T value) => new(value, default, succeeded: true);

    public static implicit operator StoreResult<T>(StoreFailureCode failure) => new(default, failure, succeeded: false);

    public bool TryGet([NotNullWhen(true)] out T? result)
    {
        result = value;
        return Succeeded;
    }
}
