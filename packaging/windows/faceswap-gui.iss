; Inno Setup 6: the Windows installer.
;   iscc /DVersion=0.1.0 packaging\windows\faceswap-gui.iss
; It packs dist\faceswap-gui, which PyInstaller has built from build_installer.spec.

#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0 …
#endif

[Setup]
AppId={{6C0E8B61-6E0F-4B7C-9D6C-6A1F0C7B9E52}
AppName=Face Swap
AppVersion={#Version}
AppPublisher=The faceswap_gui authors
DefaultDirName={autopf}\Face Swap
DefaultGroupName=Face Swap
; For the person alone unless they ask otherwise: no administrator is needed.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\icons\faceswap-gui.ico
UninstallDisplayIcon={app}\faceswap-studio.exe
OutputDir=..\..\dist
OutputBaseFilename=faceswap-gui-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
ChangesEnvironment=yes
WizardStyle=modern

[Tasks]
Name: path; Description: "Let terminals find the faceswap-gui command"; Flags: unchecked
Name: desktop; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\dist\faceswap-gui\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "..\..\NOTICE"; DestDir: "{app}"
Source: "..\..\LICENSE"; DestDir: "{app}"

[Icons]
Name: "{group}\Face Swap"; Filename: "{app}\faceswap-studio.exe"
Name: "{autodesktop}\Face Swap"; Filename: "{app}\faceswap-studio.exe"; Tasks: desktop

[Registry]
Root: HKA; Subkey: "Software\Classes\.fsproj"; ValueType: string; ValueData: "FaceSwap.Project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\FaceSwap.Project"; ValueType: string; ValueData: "Face Swap project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\FaceSwap.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\faceswap-studio.exe,0"
Root: HKA; Subkey: "Software\Classes\FaceSwap.Project\shell\open\command"; ValueType: string; ValueData: """{app}\faceswap-studio.exe"" ""%1"""
Root: HKA; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NotAdminInstall

[Run]
Filename: "{app}\faceswap-studio.exe"; Description: "{cm:LaunchProgram,Face Swap}"; Flags: nowait postinstall skipifsilent

[Code]
function NotAdminInstall: Boolean;
begin
  Result := not IsAdminInstallMode;
end;
