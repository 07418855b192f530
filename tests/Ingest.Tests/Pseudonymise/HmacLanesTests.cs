using System.Security.Cryptography;
using CsCheck;
using Ingest.Pseudonymise;
using Xunit;

namespace Ingest.Tests.Pseudonymise;

public sealed class HmacLanesTests
{
    [Fact]
    public void Hashes_AreThePlatforms_WhateverTheLengthsAndTheOrder() =>
        Gen.Select(Gen.Byte.Array[0, 64], Gen.Byte.Array[0, 120].Array[0, 40], Gen.Int[1, 40]).Sample(
            (key, messages, finishEvery) =>
            {
                var lanes = new HmacLanes(key);
                byte[] hashes = new byte[messages.Length * 32];
                for (int i = 0; i < messages.Length; i++)
                {
                    lanes.Add(messages[i], hashes.AsMemory(i * 32, 32));
                    if (i % finishEvery == 0)
                    {
                        lanes.Finish();
                    }
                }

                lanes.Finish();
                for (int i = 0; i < messages.Length; i++)
                {
                    Assert.Equal(HMACSHA256.HashData(key, messages[i]), hashes[(i * 32)..((i + 1) * 32)]);
                }
            },
            iter: 2000,
            threads: 1);

    [Fact]
    public void EveryLengthAroundTheBlock_IsRight()
    {
        byte[] key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        for (int length = 0; length < 130; length++)
        {
            byte[] message = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 7))];
            var lanes = new HmacLanes(key);
            byte[] hash = new byte[32];
            lanes.Add(message, hash);
            lanes.Finish();
            Assert.Equal(HMACSHA256.HashData(key, message), hash);
        }
    }

    [Fact]
    public void KeyLongerThanABlock_IsNotTaken() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HmacLanes(new byte[65]));
}
