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
                name: "letter_versions");

            migrationBuilder.DropTable(
                name: "request_settings");

            migrationBuilder.DropColumn(
                name: "ConfirmedByProgram",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "Files",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "SendingId",
                table: "case_letters");
        }
    }
}
