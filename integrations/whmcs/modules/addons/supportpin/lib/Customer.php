<?php

declare(strict_types=1);

namespace SupportPin\Whmcs;

use WHMCS\Authentication\CurrentUser;

/** Who has signed in to the client area: the owner of the account, and nobody in the owner's place. */
final class Customer
{
    private const SIGNED_IN = 'support_pin_signed_in';

    private function __construct(public readonly string $id, private int $signedInAt)
    {
    }

    /** UserLogin: somebody has given a password. An administrator who looks at the account as its owner has given none. */
    public static function signsIn(array $vars): void
    {
        unset($_SESSION[self::SIGNED_IN]);
        if (isset($vars['user']->id) && !isset($_SESSION['adminid'])) {
            $_SESSION[self::SIGNED_IN] = ['user' => (int) $vars['user']->id, 'at' => time()];
        }
    }

    /** Null for visitors, for administrators in a customer's place, for other users of the account, and where no sign-in was seen. */
    public static function current(): ?self
    {
        $now = new CurrentUser();
        $user = $now->user();
        $client = $now->client();
        if ($user === null || $client === null || $now->isMasqueradingAdmin()) {
            return null;
        }
        $seen = $_SESSION[self::SIGNED_IN] ?? null;
        $owner = $client->owner();
        return $seen !== null && $seen['user'] === (int) $user->id && $owner !== null && (int) $owner->id === (int) $user->id
            ? new self((string) $client->id, $seen['at'])
            : null;
    }

    /** Not the telephone number: WHMCS has what was typed, and nobody has confirmed it. @return array<string, mixed> */
    public function claims(string $language): array
    {
        return ['auth_time' => $this->signedInAt, 'locale' => $language];
    }
}
