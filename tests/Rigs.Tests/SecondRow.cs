namespace Gongkai.Rigs.Tests;

/// <summary>Stops, disks, bytes, clocks, backups, people who hang up or guess, and what leaves the house.</summary>
public sealed class SecondRow : RigTests
{
    [Theory]
    [InlineData("r2", 5)]
    [InlineData("r4", 40)]
    [InlineData("hangups", 30)]
    [InlineData("r5", 200)]
    [InlineData("r7", 5)]
    [InlineData("r11", 3)]
    [InlineData("s2", 90)]
    [InlineData("s3c", 150)]
    [InlineData("s9", 3)]
    [InlineData("s12", 3)]
    public Task Nothing_is_lost(string rig, int size) => Holds(rig, size);

    [Theory]
    [InlineData("r2", 2)]
    [InlineData("r4", 8)]
    [InlineData("r5", 60)]
    [InlineData("r7", 2)]
    [InlineData("r11", 1)]
    [InlineData("s9", 1)]
    [InlineData("s12", 1)]
    public Task What_is_planted_is_found(string rig, int size) => Finds(rig, size);
}
