using CsCheck;
using Gongkai.Rules.Disclosure;

namespace Gongkai.Rules.Tests.Disclosure;

/// <summary>The way to the public: every step, by different people, for the text as it stands.</summary>
public sealed class ReviewCourseTests
{
    static readonly Guid[] People = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];

    static ReviewHand Hand(int who) => new(People[who], $"甲{who}", Writes: true, Reviews: true, ReviewsSecrecy: true, Approves: true);

    static Judged Passed(ReviewStep step, int who, bool sound = true) => new(step, People[who], $"甲{who}", true, sound);

    static ReviewCourse Course(VersionState state, ReviewStep step, params Judged[] opinions) => new(state, step, People[0], "甲0", opinions);

    [Fact]
    public void What_four_people_passed_may_be_published() =>
        Assert.Null(Course(VersionState.Approved, ReviewStep.Leader, Passed(ReviewStep.Department, 1), Passed(ReviewStep.Secrecy, 2), Passed(ReviewStep.Leader, 3)).ToPublish());

    [Theory, InlineData(ReviewStep.Department), InlineData(ReviewStep.Secrecy), InlineData(ReviewStep.Leader)]
    public void Nobody_reviews_what_they_wrote(ReviewStep step) =>
        Assert.Contains("拟稿人", Course(VersionState.InReview, step).ToJudge(Hand(0))!.Reason);

    [Fact]
    public void Nobody_takes_two_steps() =>
        Assert.Contains("另一个环节", Course(VersionState.InReview, ReviewStep.Secrecy, Passed(ReviewStep.Department, 1)).ToJudge(Hand(1))!.Reason);

    [Fact]
    public void Who_passed_an_earlier_text_may_pass_another_step_of_the_new_one() =>
        Assert.Null(Course(VersionState.InReview, ReviewStep.Secrecy, Passed(ReviewStep.Department, 1, sound: false), Passed(ReviewStep.Department, 2)).ToJudge(Hand(1)));

    [Fact]
    public void Returning_asks_for_words() =>
        Assert.Contains("请填写意见", Course(VersionState.InReview, ReviewStep.Department).ToReturn(Hand(1), " ")!.Reason);

    [Fact]
    public void Only_the_author_revises_and_only_a_draft()
    {
        Assert.Null(Course(VersionState.Draft, ReviewStep.Author).ToRevise(Hand(0)));
        Assert.Contains("甲0", Course(VersionState.Draft, ReviewStep.Author).ToRevise(Hand(1))!.Reason);
        Assert.Contains("不能再修改", Course(VersionState.InReview, ReviewStep.Department).ToRevise(Hand(0))!.Reason);
    }

    /// <summary>Whatever opinions there are, what may be published has three sound ones of three people, none of them the author.</summary>
    [Fact]
    public void Nothing_is_published_past_the_review()
    {
        var opinion = Gen.Select(Gen.Int[1, 3].Select(step => (ReviewStep)step), Gen.Int[0, 4], Gen.Int[0, 4].Select(i => i > 0), Gen.Int[0, 4].Select(i => i > 0),
            (step, who, passed, sound) => new Judged(step, People[who], $"甲{who}", passed, sound));
        var published = 0;
        Gen.Select(Gen.Enum<VersionState>(), opinion.Array[0, 8]).Sample((state, opinions) =>
        {
            var course = new ReviewCourse(state, ReviewStep.Leader, People[0], "甲0", opinions);
            if (course.ToPublish() is not null) return;
            published++;
            Assert.Equal(VersionState.Approved, state);
            var last = ReviewSteps.Judging.Select(step => opinions.Last(one => one is { Passed: true, Sound: true } && one.Step == step).Account).Append(People[0]);
            Assert.Equal(4, last.Distinct().Count());
        }, iter: 20_000, threads: 1);
        Assert.True(published > 100, "The generator must reach what may be published.");
    }
}
