<?php

declare(strict_types=1);

namespace SupportPin\Whmcs;

use WHMCS\Authentication\CurrentUser;
use WHMCS\Database\Capsule;

/** An administrator whose role takes calls. */
final class Agent
{
    /** What the console needs. Who approves and audits uses the supervisor's page. */
    public const SCOPE = 'pin:verify action:execute';

    private const LONGEST_NAME = '/^.{0,128}/su';

    private function __construct(public readonly string $id, private string $name, public readonly string $language)
    {
    }

    /** Null unless an administrator of one of the roles has signed in. */
    public static function current(Settings $settings): ?self
    {
        $admin = (new CurrentUser())->admin();
        $row = $admin === null ? null : Capsule::table('tbladmins')->where('id', (int) $admin->id)->first();
        if ($row === null || (int) $row->disabled !== 0 || !in_array((int) $row->roleid, $settings->agentRoles(), true)) {
            return null;
        }
        preg_match(self::LONGEST_NAME, trim($row->firstname . ' ' . $row->lastname), $name);
        return new self('admin-' . (int) $row->id, ($name[0] ?? '') ?: $row->username, Language::tag((string) $row->language));
    }

    /** The name that the customer is shown. @return array<string, string> */
    public function claims(): array
    {
        return ['name' => $this->name];
    }
}
