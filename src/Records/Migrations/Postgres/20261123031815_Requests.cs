using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Records.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Requests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mark_keys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mark_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "request_counters",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_counters", x => new { x.AgencyId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Channel = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    MaskedName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    IdentityMark = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    CodeMark = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Due = table.Column<DateOnly>(type: "date", nullable: true),
                    ActBy = table.Column<DateOnly>(type: "date", nullable: true),
                    Awaits = table.Column<int>(type: "integer", nullable: false),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    Extended = table.Column<bool>(type: "boolean", nullable: false),
                    Corrected = table.Column<bool>(type: "boolean", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    DepartmentDue = table.Column<DateOnly>(type: "date", nullable: true),
                    HandlerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Restricted = table.Column<bool>(type: "boolean", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReopensId = table.Column<Guid>(type: "uuid", nullable: true),
                    FiledByClerk = table.Column<bool>(type: "boolean", nullable: false),
                    Assistance = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Wanted_Delivery = table.Column<int>(type: "integer", nullable: false),
                    Wanted_Description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Wanted_DocumentNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Wanted_Name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Wanted_OtherwiseToo = table.Column<bool>(type: "boolean", nullable: false),
                    Wanted_Provision = table.Column<int>(type: "integer", nullable: false),
                    Wanted_Purpose = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
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
                name: "case_letters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    DraftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Days = table.Column<int>(type: "integer", nullable: true),
                    Yuan = table.Column<int>(type: "integer", nullable: true),
                    Consultee = table.Column<int>(type: "integer", nullable: true),
                    Matter = table.Column<int>(type: "integer", nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SignedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    TemplateId = table.Column<Guid>(type: "uuid", nullable: true),
                    VerificationCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    SealName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Copies = table.Column<int>(type: "integer", nullable: true),
                    SealedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SealedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ServedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ServedBy = table.Column<int>(type: "integer", nullable: true),
                    PostNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ReachedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    VoidReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Places = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Systems = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    KeyWords = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Searcher = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Found = table.Column<bool>(type: "boolean", nullable: false),
                    Result = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Paper = table.Column<int>(type: "integer", nullable: false),
                    IdentityNumber = table.Column<string>(type: "text", nullable: true),
                    Representative = table.Column<string>(type: "text", nullable: true),
                    Contact = table.Column<string>(type: "text", nullable: true),
                    Phone = table.Column<string>(type: "text", nullable: true),
                    Mail = table.Column<string>(type: "text", nullable: true),
                    Address = table.Column<string>(type: "text", nullable: true),
                    PostCode = table.Column<string>(type: "text", nullable: true),
                    Agent = table.Column<string>(type: "text", nullable: true),
                    AgentIdentityNumber = table.Column<string>(type: "text", nullable: true)
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
                name: "letter_opinions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    Passed = table.Column<bool>(type: "boolean", nullable: false),
                    Opinion = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_pages");

            migrationBuilder.DropTable(
                name: "case_searches");

            migrationBuilder.DropTable(
                name: "letter_opinions");

            migrationBuilder.DropTable(
                name: "mark_keys");

            migrationBuilder.DropTable(
                name: "request_applicants");

            migrationBuilder.DropTable(
                name: "request_counters");

            migrationBuilder.DropTable(
                name: "case_letters");

            migrationBuilder.DropTable(
                name: "requests");
        }
    }
}
