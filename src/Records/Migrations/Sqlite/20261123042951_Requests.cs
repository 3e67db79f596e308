using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Records.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Requests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SealedBody",
                table: "outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "frozen_counts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    DraftId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Cases = table.Column<int>(type: "INTEGER", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frozen_counts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_frozen_counts_report_drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "report_drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mark_keys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mark_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "request_counters",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_counters", x => new { x.AgencyId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "request_drafts",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_drafts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    MaskedName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    IdentityMark = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    CodeMark = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ActBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Awaits = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Late = table.Column<bool>(type: "INTEGER", nullable: false),
                    Extended = table.Column<bool>(type: "INTEGER", nullable: false),
                    Corrected = table.Column<bool>(type: "INTEGER", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DepartmentDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HandlerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Restricted = table.Column<bool>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReopensId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FiledByClerk = table.Column<bool>(type: "INTEGER", nullable: false),
                    Assistance = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Wanted_Delivery = table.Column<int>(type: "INTEGER", nullable: false),
                    Wanted_Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Wanted_DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Wanted_Name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Wanted_OtherwiseToo = table.Column<bool>(type: "INTEGER", nullable: false),
                    Wanted_Provision = table.Column<int>(type: "INTEGER", nullable: false),
                    Wanted_Purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_requests_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_requests_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_requests_people_HandlerId",
                        column: x => x.HandlerId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_requests_requests_ParentId",
                        column: x => x.ParentId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_requests_requests_ReopensId",
                        column: x => x.ReopensId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_conventions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Result = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Column = table.Column<int>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_conventions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_review_conventions_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "frozen_cases",
                columns: table => new
                {
                    CountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frozen_cases", x => new { x.CountId, x.Number });
                    table.ForeignKey(
                        name: "FK_frozen_cases_frozen_counts_CountId",
                        column: x => x.CountId,
                        principalTable: "frozen_counts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_letters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DraftedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Days = table.Column<int>(type: "INTEGER", nullable: true),
                    Yuan = table.Column<int>(type: "INTEGER", nullable: true),
                    Consultee = table.Column<int>(type: "INTEGER", nullable: true),
                    Matter = table.Column<int>(type: "INTEGER", nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SignedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TemplateId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VerificationCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SealName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Copies = table.Column<int>(type: "INTEGER", nullable: true),
                    SealedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SealedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ServedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ServedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    PostNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ReachedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VoidReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_letters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_letters_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_letters_letter_templates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "letter_templates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_letters_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_letters_stored_files_FileId",
                        column: x => x.FileId,
                        principalTable: "stored_files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_pages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_pages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_pages_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_searches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Places = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Systems = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    KeyWords = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Searcher = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Found = table.Column<bool>(type: "INTEGER", nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_searches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_searches_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "request_applicants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Paper = table.Column<int>(type: "INTEGER", nullable: false),
                    IdentityNumber = table.Column<string>(type: "TEXT", nullable: true),
                    Representative = table.Column<string>(type: "TEXT", nullable: true),
                    Contact = table.Column<string>(type: "TEXT", nullable: true),
                    Phone = table.Column<string>(type: "TEXT", nullable: true),
                    Mail = table.Column<string>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", nullable: true),
                    PostCode = table.Column<string>(type: "TEXT", nullable: true),
                    Agent = table.Column<string>(type: "TEXT", nullable: true),
                    AgentIdentityNumber = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_applicants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_request_applicants_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "request_ratings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    GivenOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_ratings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_request_ratings_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Procedure = table.Column<int>(type: "INTEGER", nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CaseNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Matter = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PriorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CopyReachedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnswerDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Instance = table.Column<int>(type: "INTEGER", nullable: false),
                    SuspendedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    JudgedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<int>(type: "INTEGER", nullable: true),
                    ResultOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PerformanceDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PerformedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReopenedId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reviews_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reviews_requests_ReopenedId",
                        column: x => x.ReopenedId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reviews_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reviews_reviews_PriorId",
                        column: x => x.PriorId,
                        principalTable: "reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submitted_forms",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submitted_forms", x => x.Key);
                    table.ForeignKey(
                        name: "FK_submitted_forms_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "letter_opinions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Passed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Opinion = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letter_opinions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_letter_opinions_case_letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "case_letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_steps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Instance = table.Column<int>(type: "INTEGER", nullable: false),
                    Result = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_review_steps_reviews_CaseId",
                        column: x => x.CaseId,
                        principalTable: "reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_case_letters_AgencyId_State_RequestId",
                table: "case_letters",
                columns: new[] { "AgencyId", "State", "RequestId" });

            migrationBuilder.CreateIndex(
                name: "IX_case_letters_FileId",
                table: "case_letters",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_case_letters_Handle",
                table: "case_letters",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_letters_RequestId",
                table: "case_letters",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_case_letters_Revision",
                table: "case_letters",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_case_letters_TemplateId",
                table: "case_letters",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_case_letters_VerificationCode",
                table: "case_letters",
                column: "VerificationCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_pages_RequestId_Number",
                table: "case_pages",
                columns: new[] { "RequestId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_pages_Revision",
                table: "case_pages",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_case_searches_RequestId_At",
                table: "case_searches",
                columns: new[] { "RequestId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_case_searches_Revision",
                table: "case_searches",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_frozen_counts_DraftId_At",
                table: "frozen_counts",
                columns: new[] { "DraftId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_frozen_counts_Revision",
                table: "frozen_counts",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_letter_opinions_LetterId_At",
                table: "letter_opinions",
                columns: new[] { "LetterId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_letter_opinions_Revision",
                table: "letter_opinions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_mark_keys_Revision",
                table: "mark_keys",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_request_applicants_RequestId",
                table: "request_applicants",
                column: "RequestId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_request_applicants_Revision",
                table: "request_applicants",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_request_drafts_EndsAt",
                table: "request_drafts",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_request_ratings_RequestId",
                table: "request_ratings",
                column: "RequestId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_request_ratings_Revision",
                table: "request_ratings",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_requests_AgencyId_DepartmentId_EndedOn_ActBy",
                table: "requests",
                columns: new[] { "AgencyId", "DepartmentId", "EndedOn", "ActBy" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_AgencyId_EndedOn_ActBy_Id",
                table: "requests",
                columns: new[] { "AgencyId", "EndedOn", "ActBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_AgencyId_IdentityMark_ReceivedOn",
                table: "requests",
                columns: new[] { "AgencyId", "IdentityMark", "ReceivedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_AgencyId_Number",
                table: "requests",
                columns: new[] { "AgencyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_requests_AgencyId_ReceivedOn_EndedOn_Kind_Outcome_ReopensId",
                table: "requests",
                columns: new[] { "AgencyId", "ReceivedOn", "EndedOn", "Kind", "Outcome", "ReopensId" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_CodeMark",
                table: "requests",
                column: "CodeMark",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_requests_DepartmentId",
                table: "requests",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_Handle",
                table: "requests",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_requests_HandlerId",
                table: "requests",
                column: "HandlerId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_ParentId",
                table: "requests",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_ReopensId",
                table: "requests",
                column: "ReopensId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_Revision",
                table: "requests",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_review_conventions_AgencyId_Kind_Result_From",
                table: "review_conventions",
                columns: new[] { "AgencyId", "Kind", "Result", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_review_conventions_Revision",
                table: "review_conventions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_review_steps_CaseId_On",
                table: "review_steps",
                columns: new[] { "CaseId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_review_steps_Revision",
                table: "review_steps",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_reviews_AgencyId_AcceptedOn_ResultOn_Kind_Result_Role",
                table: "reviews",
                columns: new[] { "AgencyId", "AcceptedOn", "ResultOn", "Kind", "Result", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_reviews_AgencyId_Kind_CaseNumber",
                table: "reviews",
                columns: new[] { "AgencyId", "Kind", "CaseNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reviews_AnsweredOn_AnswerDue_Id",
                table: "reviews",
                columns: new[] { "AnsweredOn", "AnswerDue", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reviews_Handle",
                table: "reviews",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reviews_PriorId",
                table: "reviews",
                column: "PriorId");

            migrationBuilder.CreateIndex(
                name: "IX_reviews_ReopenedId",
                table: "reviews",
                column: "ReopenedId");

            migrationBuilder.CreateIndex(
                name: "IX_reviews_RequestId",
                table: "reviews",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_reviews_Revision",
                table: "reviews",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_submitted_forms_At",
                table: "submitted_forms",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_submitted_forms_RequestId",
                table: "submitted_forms",
                column: "RequestId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_pages");

            migrationBuilder.DropTable(
                name: "case_searches");

            migrationBuilder.DropTable(
                name: "frozen_cases");

            migrationBuilder.DropTable(
                name: "letter_opinions");

            migrationBuilder.DropTable(
                name: "mark_keys");

            migrationBuilder.DropTable(
                name: "request_applicants");

            migrationBuilder.DropTable(
                name: "request_counters");

            migrationBuilder.DropTable(
                name: "request_drafts");

            migrationBuilder.DropTable(
                name: "request_ratings");

            migrationBuilder.DropTable(
                name: "review_conventions");

            migrationBuilder.DropTable(
                name: "review_steps");

            migrationBuilder.DropTable(
                name: "submitted_forms");

            migrationBuilder.DropTable(
                name: "frozen_counts");

            migrationBuilder.DropTable(
                name: "case_letters");

            migrationBuilder.DropTable(
                name: "reviews");

            migrationBuilder.DropTable(
                name: "requests");

            migrationBuilder.DropColumn(
                name: "SealedBody",
                table: "outbox");
        }
    }
}
