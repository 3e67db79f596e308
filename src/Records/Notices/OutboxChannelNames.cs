namespace Gongkai.Records.Notices;

/// <summary>What people call the ways out.</summary>
public static class OutboxChannelNames
{
    extension(OutboxChannel channel)
    {
        /// <summary>Its Chinese name.</summary>
        public string Name => channel switch
        {
            OutboxChannel.Mail => "邮件",
            OutboxChannel.Sms => "短信",
        };
    }
}
