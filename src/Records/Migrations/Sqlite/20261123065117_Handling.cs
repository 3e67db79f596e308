using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Records.Migrations.Sqlite
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

            migrationBuilder.CreateTable(
                name: "disclosure_suggestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ground = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ByApplicant = table.Column<bool>(type: "INTEGER", nullable: false),
                    SuggestedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Answer = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    PostNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
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
                name: "request_conventions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Row = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_requests_AgencyId_DepartmentId_EndedOn_ActBy_Id",
                table: "requests",
                columns: new[] { "AgencyId", "DepartmentId", "EndedOn", "ActBy", "Id" });

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
                name: "IX_request_conventions_AgencyId_Outcome_From",
                table: "request_conventions",
                columns: new[] { "AgencyId", "Outcome", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_request_conventions_Revision",
                table: "request_conventions",
                column: "Revision",
                filter: "\"Revision\" = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "disclosure_suggestions");

            migrationBuilder.DropTable(
                name: "ledger_answers");

            migrationBuilder.DropTable(
                name: "request_conventions");

            migrationBuilder.DropIndex(
                name: "IX_requests_AgencyId_DepartmentId_EndedOn_ActBy_Id",
                table: "requests");

            migrationBuilder.CreateIndex(
                name: "IX_requests_AgencyId_DepartmentId_EndedOn_ActBy",
                table: "requests",
                columns: new[] { "AgencyId", "DepartmentId", "EndedOn", "ActBy" });
        }
    }
}
