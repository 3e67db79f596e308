using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Records.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Handling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_requests_AgencyId_DepartmentId_EndedOn_ActBy",
                table: "requests");

            migrationBuilder.AddColumn<bool>(
                name: "ConfirmedByProgram",
                table: "requests",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<List<Guid>>(
                name: "Files",
                table: "outbox",
                type: "uuid[]",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SendingId",
                table: "case_letters",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: true),
                    Of = table.Column<int>(type: "integer", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Serves = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Fault = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_notices_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_redactions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Pages = table.Column<int>(type: "integer", nullable: false),
                    Kept = table.Column<List<string>>(type: "text[]", nullable: false),
                    BegunByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DropReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    DroppedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_redactions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_redactions_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_redactions_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_redactions_stored_files_SourceId",
                        column: x => x.SourceId,
                        principalTable: "stored_files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_suggestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ground = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ByApplicant = table.Column<bool>(type: "boolean", nullable: false),
                    SuggestedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Answer = table.Column<int>(type: "integer", nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reasons = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_suggestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_disclosure_suggestions_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_disclosure_suggestions_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    PostNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ledger_answers_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "letter_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(60000)", maxLength: 60000, nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letter_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_letter_versions_case_letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "case_letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "request_conventions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Row = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_conventions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_request_conventions_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "request_settings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Part = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Reconsideration = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ReconsiderationAddress = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Court = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    CourtAddress = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Online = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Contact = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Telephone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ConfirmedByOffice = table.Column<bool>(type: "boolean", nullable: true),
                    CorrectionDays = table.Column<int>(type: "integer", nullable: true),
                    AfterPayment = table.Column<int>(type: "integer", nullable: true),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_settings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_request_settings_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_releases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    RedactionId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfRevision = table.Column<int>(type: "integer", nullable: false),
                    SourceHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    PlanHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ReleasedHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Certificate = table.Column<string>(type: "text", nullable: false),
                    Index = table.Column<string>(type: "text", nullable: false),
                    Places = table.Column<int>(type: "integer", nullable: false),
                    Leaks = table.Column<int>(type: "integer", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: true),
                    EnclosedId = table.Column<Guid>(type: "uuid", nullable: true),
                    IndexFileId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_releases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_releases_case_letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "case_letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_releases_case_redactions_RedactionId",
                        column: x => x.RedactionId,
                        principalTable: "case_redactions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_releases_stored_files_EnclosedId",
                        column: x => x.EnclosedId,
                        principalTable: "stored_files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_releases_stored_files_FileId",
                        column: x => x.FileId,
                        principalTable: "stored_files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_releases_stored_files_IndexFileId",
                        column: x => x.IndexFileId,
                        principalTable: "stored_files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "redacted_places",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    RedactionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Page = table.Column<int>(type: "integer", nullable: false),
                    Left = table.Column<double>(type: "double precision", nullable: false),
                    Top = table.Column<double>(type: "double precision", nullable: false),
                    Width = table.Column<double>(type: "double precision", nullable: false),
                    Height = table.Column<double>(type: "double precision", nullable: false),
                    Ground = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redacted_places", x => x.Id);
                    table.ForeignKey(
                        name: "FK_redacted_places_case_redactions_RedactionId",
                        column: x => x.RedactionId,
                        principalTable: "case_redactions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_requests_AgencyId_DepartmentId_EndedOn_ActBy_Id",
                table: "requests",
                columns: new[] { "AgencyId", "DepartmentId", "EndedOn", "ActBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_case_notices_LetterId",
                table: "case_notices",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_case_notices_MessageId",
                table: "case_notices",
                column: "MessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_notices_RequestId",
                table: "case_notices",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_case_notices_Revision",
                table: "case_notices",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_case_notices_State",
                table: "case_notices",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_case_redactions_AgencyId",
                table: "case_redactions",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_case_redactions_Handle",
                table: "case_redactions",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_redactions_RequestId",
                table: "case_redactions",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_case_redactions_Revision",
                table: "case_redactions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_case_redactions_SourceId",
                table: "case_redactions",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_case_releases_EnclosedId",
                table: "case_releases",
                column: "EnclosedId");

            migrationBuilder.CreateIndex(
                name: "IX_case_releases_FileId",
                table: "case_releases",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_case_releases_Handle",
                table: "case_releases",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_releases_IndexFileId",
                table: "case_releases",
                column: "IndexFileId");

            migrationBuilder.CreateIndex(
                name: "IX_case_releases_LetterId",
                table: "case_releases",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_case_releases_RedactionId_At",
                table: "case_releases",
                columns: new[] { "RedactionId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_case_releases_Revision",
                table: "case_releases",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_suggestions_AgencyId_Answer_SuggestedOn_Id",
                table: "disclosure_suggestions",
                columns: new[] { "AgencyId", "Answer", "SuggestedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_suggestions_Handle",
                table: "disclosure_suggestions",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_suggestions_RequestId",
                table: "disclosure_suggestions",
                column: "RequestId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_suggestions_Revision",
                table: "disclosure_suggestions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_answers_RequestId",
                table: "ledger_answers",
                column: "RequestId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_answers_Revision",
                table: "ledger_answers",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_letter_versions_LetterId_Number",
                table: "letter_versions",
                columns: new[] { "LetterId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letter_versions_Revision",
                table: "letter_versions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_redacted_places_Handle",
                table: "redacted_places",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redacted_places_RedactionId_Page",
                table: "redacted_places",
                columns: new[] { "RedactionId", "Page" });

            migrationBuilder.CreateIndex(
                name: "IX_redacted_places_Revision",
                table: "redacted_places",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_request_conventions_AgencyId_Outcome_From",
                table: "request_conventions",
                columns: new[] { "AgencyId", "Outcome", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_request_conventions_Revision",
                table: "request_conventions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_request_settings_AgencyId_Part_From",
                table: "request_settings",
                columns: new[] { "AgencyId", "Part", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_request_settings_Revision",
                table: "request_settings",
                column: "Revision",
                filter: "\"Revision\" = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_notices");

            migrationBuilder.DropTable(
                name: "case_releases");

            migrationBuilder.DropTable(
                name: "disclosure_suggestions");

            migrationBuilder.DropTable(
                name: "ledger_answers");

            migrationBuilder.DropTable(
                name: "letter_versions");

            migrationBuilder.DropTable(
                name: "redacted_places");

            migrationBuilder.DropTable(
                name: "request_conventions");

            migrationBuilder.DropTable(
                name: "request_settings");

            migrationBuilder.DropTable(
                name: "case_redactions");

            migrationBuilder.DropIndex(
                name: "IX_requests_AgencyId_DepartmentId_EndedOn_ActBy_Id",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "ConfirmedByProgram",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "Files",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "SendingId",
                table: "case_letters");

            migrationBuilder.CreateIndex(
                name: "IX_requests_AgencyId_DepartmentId_EndedOn_ActBy",
                table: "requests",
                columns: new[] { "AgencyId", "DepartmentId", "EndedOn", "ActBy" });
        }
    }
}
